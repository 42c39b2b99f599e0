/** Whether anybody can see what is told of clusters. While nobody can, real ones are read less often. */
export interface Attention {
  readonly isShown: boolean;
  /** Calls when that changes. The answer stops it. */
  onChange(listener: () => void): () => void;
}

/** Somebody sees everything, always: a program without a window. */
export const alwaysShown: Attention = { isShown: true, onChange: () => () => undefined };

/** Attention that is told. Shown at first. */
export function createAttention(): Attention & { readonly tell: (shown: boolean) => void } {
  const listeners = new Set<() => void>();
  let isShown = true;
  return {
    get isShown() {
      return isShown;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (shown) => {
      if (shown === isShown) return;
      isShown = shown;
      for (const listener of [...listeners]) listener();
    },
  };
}

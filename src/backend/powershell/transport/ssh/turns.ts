/** Lets only one at a time do something. */
export interface Turns {
  /** Waits for one's turn among those of the same name; the answer ends it. */
  take(name: string): Promise<() => void>;
}

/** Nobody's turn yet. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    take: async (name) => {
      const before = last.get(name);
      let end = (): void => undefined;
      last.set(name, new Promise((resolve) => (end = resolve)));
      await before;
      return end;
    },
  };
}

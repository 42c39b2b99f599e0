/** What was made of some inputs, as long as they stay the very same. */
export type Memo = <T>(name: string, inputs: readonly unknown[], make: () => T) => T;

interface Kept {
  readonly inputs: readonly unknown[];
  readonly value: unknown;
}

/** Remembers one value a name. Everything that `make` uses has to stand in `inputs`. */
export function createMemo(): Memo {
  const kept = new Map<string, Kept>();
  return <T>(name: string, inputs: readonly unknown[], make: () => T): T => {
    const found = kept.get(name);
    if (found?.inputs.length === inputs.length && found.inputs.every((input, place) => input === inputs[place])) {
      // It was made by the same caller under the same name.
      return found.value as T;
    }
    const value = make();
    kept.set(name, { inputs, value });
    return value;
  };
}

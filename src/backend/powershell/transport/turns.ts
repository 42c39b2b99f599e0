/** Lets only one at a time do something. */
export interface Turns {
  /** Waits for one's turn among those of the same name; the answer ends it. */
  take(name: string): Promise<() => void>;
  /** Does something in one's turn. */
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Nobody's turn yet. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  const take: Turns['take'] = async (name) => {
    const before = last.get(name);
    let end = (): void => undefined;
    last.set(name, new Promise((resolve) => (end = resolve)));
    await before;
    return end;
  };
  return {
    take,
    run: async (name, work) => {
      const end = await take(name);
      return work().finally(end);
    },
  };
}

/** Work that is done one after the other. */
export interface Turns<Name> {
  /** Resolves when it was done. */
  take(name: Name): Promise<void>;
}

interface TurnsOptions<Name> {
  /** Never rejects. */
  readonly work: (name: Name) => Promise<void>;
  /** Whether one that waits comes before the others, asked when it is somebody's turn. */
  readonly isFirst: (name: Name) => boolean;
}

/** Nobody waits yet. */
export function createTurns<Name>({ work, isFirst }: TurnsOptions<Name>): Turns<Name> {
  const waiting: { readonly name: Name; readonly done: () => void }[] = [];
  let busy = false;

  const next = async (): Promise<void> => {
    if (busy) return;
    const first = waiting.findIndex(({ name }) => isFirst(name));
    const [turn] = waiting.splice(Math.max(0, first), 1);
    if (turn === undefined) return;
    busy = true;
    await work(turn.name);
    busy = false;
    turn.done();
    void next();
  };

  return {
    take: (name) =>
      new Promise((done) => {
        waiting.push({ name, done });
        void next();
      }),
  };
}

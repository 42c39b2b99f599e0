/** Cuts a stream of bytes into lines, wherever the pieces of the stream end. */
export interface LineSplitter {
  /** The lines that are complete now, without their ends. Null when one grew longer than allowed. */
  push(chunk: Buffer): readonly string[] | null;
  /** What is left without an end. */
  rest(): string;
}

/** Bytes of the longest line that an agent may write. */
const longestLine = 1024 * 1024;

const lineFeed = 0x0a;

/** Starts a splitter. Lines are decoded whole, so a character cut in two by the stream stays one. */
export function createLineSplitter(limit = longestLine): LineSplitter {
  let pieces: Buffer[] = [];
  let length = 0;

  const takeLine = (end: Buffer): string => {
    const line = Buffer.concat([...pieces, end]).toString('utf8');
    pieces = [];
    length = 0;
    return line;
  };

  return {
    push: (chunk) => {
      const lines: string[] = [];
      let from = 0;
      for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
        if (length + at - from > limit) return null;
        lines.push(takeLine(chunk.subarray(from, at)));
        from = at + 1;
      }
      const left = chunk.subarray(from);
      if (left.length > 0) pieces.push(left);
      length += left.length;
      return length > limit ? null : lines;
    },
    rest: () => takeLine(Buffer.alloc(0)),
  };
}

/** A file that a command made: a log, a report. */
export interface KeptFile {
  /** Safe on every platform, unique in its operation. */
  readonly name: string;
  readonly text: string;
  /** Bytes of the text in UTF-8. */
  readonly size: number;
}

/** A place in a text, both from 1; columns count UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Something that is wrong with a scenario file. */
export interface ScenarioProblem extends TextPosition {
  readonly file: string;
  /** What should stand there, as the end of "expected …". */
  readonly expected: string;
  /** What stands there, as the end of "found …". */
  readonly found: string;
  /** The word that was probably meant; null when none is near. */
  readonly suggestion: string | null;
}

/** One line: `FILE:LINE:COLUMN: expected …, found …; did you mean "…"?` */
export function formatProblem(problem: ScenarioProblem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  const suggestion = problem.suggestion === null ? '' : `; did you mean ${JSON.stringify(problem.suggestion)}?`;
  return `${place}: expected ${problem.expected}, found ${problem.found}${suggestion}`;
}

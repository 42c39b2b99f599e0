/** Lines of a pasted text: more than one would run before anybody could read them. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
}

/** Control characters in a pasted text could press keys of the shell, Ctrl+C for example; a tab and line ends may stay. */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');
}

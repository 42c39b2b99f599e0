/** One cell: never read as a formula by a spreadsheet, quoted where it has to be. */
function cell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A table for a spreadsheet: a byte order mark so that it reads UTF-8, lines end as RFC 4180 says. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((text) => cell(text)).join(',')).join('\r\n')}\r\n`;
}

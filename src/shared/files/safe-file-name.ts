/** Separators, what Windows forbids, control characters, and characters that change the direction of what follows. */
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const longest = 120;

/**
 * A suggested file name made harmless: names come from clusters and may be hostile. Always ends in the extension, which is
 * given without its dot by the caller, not by a cluster.
 */
export function safeFileName(suggested: string, type: string): string {
  const extension = `.${type}`;
  const stem = suggested.toLowerCase().endsWith(extension) ? suggested.slice(0, -extension.length) : suggested;
  const clean = Array.from(stem.replace(forbidden, '_'))
    .slice(0, longest)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  if (clean === '') return `regroup${extension}`;
  return reservedOnWindows.test(clean) ? `_${clean}${extension}` : `${clean}${extension}`;
}

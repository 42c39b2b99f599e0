import { foldName } from '../model/cluster-view';

/** Separators, what Windows forbids, control characters, and characters that change the direction of what follows. */
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
/** Without the extension. No common file system takes more than 255 bytes, or 255 units of UTF-16. */
const longest = { characters: 120, bytes: 200 };

/**
 * A suggested file name made harmless: names come from clusters and may be hostile. Always ends in the extension, which is
 * given without its dot by the caller, not by a cluster.
 */
export function safeFileName(suggested: string, type: string): string {
  return named(suggested, type, '');
}

/** Harmless names for files that lie side by side, as `safeFileName` makes them: no two are the same, whatever the case. */
export function safeFileNames(
  files: readonly { readonly suggested: string; readonly type: string }[],
): readonly string[] {
  const taken = new Set<string>();
  return files.map(({ suggested, type }) => {
    let name = named(suggested, type, '');
    for (let number = 2; taken.has(foldName(name)); number += 1) name = named(suggested, type, ` ${number}`);
    taken.add(foldName(name));
    return name;
  });
}

/** `mark` stands at the end of the name, however much has to be cut before it. */
function named(suggested: string, type: string, mark: string): string {
  const extension = `.${type}`;
  const stem = suggested.toLowerCase().endsWith(extension.toLowerCase())
    ? suggested.slice(0, -extension.length)
    : suggested;
  const clean = `${cut(stem.replace(forbidden, '_')).replace(/^[\s.]+|[\s.]+$/gu, '') || 'regroup'}${mark}`;
  return reservedOnWindows.test(clean) ? `_${clean}${extension}` : `${clean}${extension}`;
}

function cut(text: string): string {
  let end = 0;
  let characters = 0;
  let bytes = 0;
  for (const character of text) {
    characters += 1;
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    if (characters > longest.characters || bytes > longest.bytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** How long a character is in UTF-8. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/**
 * Standard error of PowerShell as text. Started with an encoded command it writes its error stream as CLIXML: `#< CLIXML`,
 * then one element in which every string stands escaped, progress records among them. Undefined when nothing is left to say.
 */
export function textOfErrorOutput(line: string): string | undefined {
  const text = line.replace(/^\uFEFF/, '').trim();
  if (text === '' || text === '#< CLIXML') return undefined;
  if (!text.includes('<Objs ')) return printable(text);
  const strings = [...text.matchAll(/<S S="(?:Error|Warning)">([^<]*)<\/S>/g)].map((match) => unescape(match[1] ?? ''));
  const said = printable(strings.join('').trim());
  return said === '' ? undefined : said;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text
    .replace(/&(lt|gt|amp|quot|apos);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Text for a log: one line without control characters, of bounded length. */
export function printable(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/\p{Bidi_Control}/gu, '');
  return line.length > 2000 ? `${line.slice(0, 2000)} ...` : line;
}

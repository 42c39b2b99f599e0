/** Text that is safe inside HTML and its quoted attributes: names come from clusters and may be hostile. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `body{font:14px/1.5 "Segoe UI",system-ui,sans-serif;margin:32px;max-width:900px;color:#1b1b1b}
h1{font-size:20px;margin:0 0 4px}h2{font-size:15px;margin:24px 0 8px}p{margin:4px 0}
table{border-collapse:collapse;width:100%;margin-top:16px}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
.failed{color:#b10e1c}.succeeded{color:#0e700e}.warning{color:#8a5700}.quiet{color:#5c5c5c}
pre{background:#f5f5f5;padding:12px;white-space:pre-wrap}`;

/** A whole page for a report, without scripts and without anything from elsewhere. `title` is text, `body` is HTML. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(title)}</h1>
${body}
</body></html>
`;
}

/** A table of texts; none of them is read as HTML. `toneOf` gives the class of a cell. */
export function htmlTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  toneOf: (text: string, column: number) => string | null = () => null,
): string {
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  const lines = rows.map((row) => {
    const cells = row.map((text, column) => {
      const tone = toneOf(text, column);
      return `<td${tone === null ? '' : ` class="${tone}"`}>${escapeHtml(text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody></table>`;
}

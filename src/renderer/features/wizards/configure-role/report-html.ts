import { outcomeSentence, outcomeWord, wizardTitle, type ConfiguredMachine, type RoleReport } from './report';

/** Text that is safe inside HTML: names in it come from a cluster. */
function escapeHtml(text: string): string {
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
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid #ddd}
.failed{color:#b10e1c}.succeeded{color:#0e700e}pre{background:#f5f5f5;padding:12px;white-space:pre-wrap}`;

function rowOf(machine: ConfiguredMachine): string {
  const text = machine.advice === null ? machine.text : `${machine.text} ${machine.advice}`;
  return [
    `<tr><th scope="row">${escapeHtml(machine.name)}</th>`,
    `<td class="${machine.outcome}">${outcomeWord(machine)}</td>`,
    `<td>${escapeHtml(text)}</td></tr>`,
  ].join('');
}

/** The report as one HTML page without scripts and without anything from elsewhere. */
export function reportAsHtml(report: RoleReport): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${wizardTitle}</title><style>${style}</style></head>
<body><h1>${wizardTitle}</h1>
<p>Cluster ${escapeHtml(report.cluster)}, ${escapeHtml(report.time)}</p>
<p>${escapeHtml(outcomeSentence(report.machines))}</p>
<table><thead><tr><th scope="col">Virtual machine</th><th scope="col">Result</th><th scope="col">What happened</th></tr></thead>
<tbody>
${report.machines.map(rowOf).join('\n')}
</tbody></table>
<h2>PowerShell</h2>
<pre>${escapeHtml(report.script)}</pre>
</body></html>
`;
}

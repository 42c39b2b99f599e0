/** How the wizard's work ended for one machine. */
export interface ConfiguredMachine {
  readonly name: string;
  readonly outcome: 'succeeded' | 'failed' | 'cancelled' | 'unknown' | 'running';
  /** What happened, a sentence. */
  readonly text: string;
  /** What to do about it; null where nothing is needed. */
  readonly advice: string | null;
}

/** What the report says. */
export interface RoleReport {
  readonly cluster: string;
  /** When the wizard ended, in words. */
  readonly time: string;
  readonly machines: readonly ConfiguredMachine[];
  /** The PowerShell that does the same. */
  readonly script: string;
}

const heading = 'Configure a Service or Application';

const outcomeWords = {
  succeeded: 'Success',
  failed: 'Failed',
  cancelled: 'Cancelled',
  unknown: 'Not known',
  running: 'Still running',
} as const;

/** The word for an outcome. */
export function outcomeWord(machine: ConfiguredMachine): string {
  return outcomeWords[machine.outcome];
}

/** The outcome of all of them in one sentence. */
export function outcomeSentence(machines: readonly ConfiguredMachine[]): string {
  const done = machines.filter((machine) => machine.outcome === 'succeeded').length;
  const noun = (count: number): string => (count === 1 ? 'virtual machine' : 'virtual machines');
  if (machines.some((machine) => machine.outcome === 'running')) return 'Still working.';
  if (done === machines.length) {
    const need = done === 1 ? 'It is Offline and needs to be started.' : 'They are Offline and need to be started.';
    return `High availability was successfully configured for ${done} ${noun(done)}. ${need}`;
  }
  if (done === 0) return `High availability was not configured for any ${noun(machines.length)}.`;
  return `High availability was configured for ${done} of ${machines.length} ${noun(machines.length)}.`;
}

/** The report as plain text. */
export function reportAsText(report: RoleReport): string {
  const lines = report.machines.flatMap((machine) => [
    `${machine.name}: ${outcomeWord(machine)}`,
    `    ${machine.text}`,
    ...(machine.advice === null ? [] : [`    ${machine.advice}`]),
  ]);
  return [
    heading,
    `Cluster: ${report.cluster}`,
    `Time: ${report.time}`,
    '',
    outcomeSentence(report.machines),
    '',
    ...lines,
    '',
    'PowerShell',
    report.script,
    '',
  ].join('\n');
}

/** Text that is safe inside HTML: names in it come from a cluster. */
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
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid #ddd}
.failed{color:#b10e1c}.succeeded{color:#0e700e}pre{background:#f5f5f5;padding:12px;white-space:pre-wrap}`;

/** The report as one HTML page without scripts and without anything from elsewhere. */
export function reportAsHtml(report: RoleReport): string {
  const rows = report.machines.map((machine) => {
    const advice = machine.advice === null ? '' : ` ${escapeHtml(machine.advice)}`;
    const outcome = `<td class="${machine.outcome}">${outcomeWord(machine)}</td>`;
    return `<tr><th scope="row">${escapeHtml(machine.name)}</th>${outcome}<td>${escapeHtml(machine.text)}${advice}</td></tr>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${heading}</title><style>${style}</style></head>
<body><h1>${heading}</h1>
<p>Cluster ${escapeHtml(report.cluster)}, ${escapeHtml(report.time)}</p>
<p>${escapeHtml(outcomeSentence(report.machines))}</p>
<table><thead><tr><th scope="col">Virtual machine</th><th scope="col">Result</th><th scope="col">What happened</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
<h2>PowerShell</h2>
<pre>${escapeHtml(report.script)}</pre>
</body></html>
`;
}

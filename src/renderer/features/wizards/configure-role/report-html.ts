import { escapeHtml, htmlPage } from '#shared/files/html-page';
import { outcomeSentence, outcomeWord, wizardTitle, type ConfiguredMachine, type RoleReport } from './report';

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
  return htmlPage(
    wizardTitle,
    `<p>Cluster ${escapeHtml(report.cluster)}, ${escapeHtml(report.time)}</p>
<p>${escapeHtml(outcomeSentence(report.machines))}</p>
<table><thead><tr><th scope="col">Virtual machine</th><th scope="col">Result</th><th scope="col">What happened</th></tr></thead>
<tbody>
${report.machines.map(rowOf).join('\n')}
</tbody></table>
<h2>PowerShell</h2>
<pre>${escapeHtml(report.script)}</pre>`,
  );
}

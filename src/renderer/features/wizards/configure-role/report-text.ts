import { outcomeSentence, outcomeWord, wizardTitle, type RoleReport } from './report';

/** The report as plain text. */
export function reportAsText(report: RoleReport): string {
  const machines = report.machines.flatMap((machine) => [
    `${machine.name}: ${outcomeWord(machine)}`,
    `    ${machine.text}`,
    ...(machine.advice === null ? [] : [`    ${machine.advice}`]),
  ]);
  return [
    wizardTitle,
    `Cluster: ${report.cluster}`,
    `Time: ${report.time}`,
    '',
    outcomeSentence(report.machines),
    '',
    ...machines,
    '',
    'PowerShell',
    report.script,
    '',
  ].join('\n');
}

import { escapeHtml, htmlPage, htmlTable } from '#shared/files/html-page';
import { validationCategories, type ValidationReport, type ValidationResult } from '#shared/model/validation-report';

const words: { readonly [Result in ValidationResult]: string } = {
  Passed: 'Success',
  Warning: 'Warning',
  Failed: 'Failed',
  NotApplicable: 'Not Applicable',
};

const tones: { readonly [word: string]: string } = { Success: 'succeeded', Warning: 'warning', Failed: 'failed' };

/** What Validate a Configuration found, as a page: the worst first to be seen, then each category with its tests. */
export function validationPage({ nodes, tests }: ValidationReport, cluster: string): string {
  const count = (result: ValidationResult): number => tests.filter((test) => test.result === result).length;
  const verdict =
    count('Failed') > 0
      ? 'Testing has completed, and at least one test failed: this configuration is not suitable for clustering.'
      : count('Warning') > 0
        ? 'Testing has completed with warnings: the configuration is suitable for clustering, but look at what they name.'
        : 'Testing has completed successfully, and the configuration is suitable for clustering.';
  const summary = (['Failed', 'Warning', 'Passed', 'NotApplicable'] as const).map((result) => [
    words[result],
    String(count(result)),
  ]);
  const parts = validationCategories.flatMap((category) => {
    const own = tests.filter((test) => test.category === category);
    if (own.length === 0) return [];
    const rows = own.map(({ name, result, messages }) => [name, words[result], messages.join(' ')]);
    return [
      `<h2>${escapeHtml(category)}</h2>`,
      htmlTable(['Test', 'Result', 'What was found'], rows, (text, column) =>
        column === 1 ? (tones[text] ?? null) : null,
      ),
    ];
  });
  const body = [
    `<p>SIMULATED cluster ${escapeHtml(cluster)}. Tested: ${escapeHtml(nodes.join(', '))}.</p>`,
    `<p>${verdict}</p>`,
    htmlTable(['Result', 'Tests'], summary, (text, column) => (column === 0 ? (tones[text] ?? null) : null)),
    ...parts,
  ];
  return htmlPage('Failover Cluster Validation Report', body.join('\n'));
}

import { foldName } from '#shared/model/cluster-view';
import type { ValidationReport, ValidationTest } from '#shared/model/validation-report';
import type { Simulation } from '../engine/simulation';
import { hypervTests } from './hyperv-tests';
import { inventoryTests } from './inventory-tests';
import { networkTests } from './network-tests';
import { storageTests } from './storage-tests';
import { systemTests } from './system-tests';
import type { ValidationTestDefinition } from './validation-subject';

/** Every test of Validate a Configuration, by category. */
export const validationTests: readonly ValidationTestDefinition[] = [
  ...inventoryTests,
  ...networkTests,
  ...storageTests,
  ...systemTests,
  ...hypervTests,
];

/** The tests that a name of a test or of a category means; empty: it means none. */
export function testsNamed(name: string): readonly ValidationTestDefinition[] {
  const folded = foldName(name);
  return validationTests.filter((test) => foldName(test.name) === folded || foldName(test.category) === folded);
}

/** Runs tests on some servers (ids). Nothing changes by it. */
export function validate(
  sim: Simulation,
  nodes: readonly string[],
  tests: readonly ValidationTestDefinition[] = validationTests,
): ValidationReport {
  const subject = { sim, nodes: nodes.map((id) => sim.node(id)) };
  const results = tests.map(({ category, name, run }): ValidationTest => ({ category, name, ...run(subject) }));
  return { time: sim.now, nodes: subject.nodes.map(({ name }) => name), tests: results };
}

/** The tests that failed: they block the creation of a cluster. */
export function failuresOf(report: ValidationReport): readonly ValidationTest[] {
  return report.tests.filter(({ result }) => result === 'Failed');
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestModule } from 'vitest/node';

/** The headings of the rules that the simulator obeys, and of the scenario format: each test of the simulator is about one. */
const headings = [
  'Engine',
  'Settings',
  'Membership',
  'Quorum',
  'Roles and resources',
  'Virtual machines',
  'Storage',
  'Validation',
  'Events',
  'Scenario files',
  'Runner',
] as const;

const room = /\/(src\/simulator|tests\/properties)\//;
const list = 'out/test/rules.md';

/** Tests by the name of what they describe, without its heading. */
type Blocks = Map<string, string[]>;

function byHeading(modules: readonly TestModule[]): { readonly rules: Map<string, Blocks>; readonly strays: string[] } {
  const rules = new Map<string, Blocks>(headings.map((heading) => [heading, new Map()]));
  const strays: string[] = [];
  for (const module of modules.filter(({ moduleId }) => room.test(moduleId.replaceAll('\\', '/')))) {
    for (const test of module.children.allTests()) {
      const [outermost = ''] = test.fullName.split(' > ');
      const [, heading = '', what = ''] = /^([^:]+): (.+)$/.exec(outermost) ?? [];
      const blocks = rules.get(heading);
      if (blocks === undefined) strays.push(`${module.relativeModuleId}: ${test.fullName}`);
      else if (test.ok()) blocks.set(what, [...(blocks.get(what) ?? []), test.fullName.slice(outermost.length + 3)]);
    }
  }
  return { rules, strays };
}

function countOf(blocks: Blocks): number {
  return [...blocks.values()].reduce((sum, tests) => sum + tests.length, 0);
}

/**
 * Tells, at the end of a run of all unit tests, which tests each heading of the rules has; the names go to `out/test/rules.md`.
 * A heading without a test that passed, and a test of the simulator under no heading, fail the run.
 */
export default class RulesReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const { rules, strays } = byHeading(modules);
    const text = [...rules].map(([heading, blocks]) => {
      const parts = [...blocks].map(([what, tests]) => [`### ${what}`, '', ...tests.map((test) => `- ${test}`)]);
      return [`## ${heading}: ${countOf(blocks)} tests`, ...parts.map((part) => part.join('\n'))].join('\n\n');
    });
    const file = fileURLToPath(new URL(`../../${list}`, import.meta.url));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `# Tests of the simulator by rule\n\n${text.join('\n\n')}\n`);

    console.log(`\nTests of the simulator by rule (all in ${list})`);
    for (const [heading, blocks] of rules) {
      const parts = [...blocks].map(([what, tests]) => `${what} (${tests.length})`);
      console.log(`${heading}: ${countOf(blocks)} tests\n  ${parts.join(', ')}`);
    }
    const bare = [...rules].filter(([, blocks]) => countOf(blocks) === 0).map(([heading]) => heading);
    for (const heading of bare) console.error(`No test is about "${heading}".`);
    for (const stray of strays) console.error(`Begin what it describes with a heading and a colon: ${stray}`);
    if (bare.length + strays.length > 0) process.exitCode = 1;
  }
}

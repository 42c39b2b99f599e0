import { failure, say, seconds } from '../lib/say.mjs';
import { providePackages } from '../lib/set-up.mjs';
import { parts } from '../lib/testing/parts.mjs';
import { sum, totalLine } from '../lib/testing/tally.mjs';

/** @typedef {import('../lib/testing/tally.mjs').Tally} Tally */

/**
 * Runs every test, or the parts that are named; what follows the name of a single part goes to its tool:
 * `npm test -- e2e -g "live migrate"`. The last line of stdout is the total.
 * @param {readonly string[]} args
 */
export async function run(args) {
  const named = parts.filter(({ name }) => args.includes(name));
  const chosen = named.length > 0 ? named : parts;
  const forTool = chosen.length === 1 ? args.filter((word) => word !== chosen[0]?.name) : [];
  if (args.length > 0 && named.length === 0) {
    say(`There are these parts: ${parts.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  await providePackages();
  // The tests kill PowerShells; one that is killed while .NET notes how it started leaves a file that lets none start any more.
  process.env['DOTNET_MultiCoreJitNoProfileGather'] ??= '1';
  /** @type {{ title: string, tally: Tally, took: number }[]} */
  const results = [];
  for (const part of chosen) {
    const started = Date.now();
    say(`\n── ${part.title}`);
    results.push({ title: part.title, tally: await guarded(() => part.run(forTool)), took: Date.now() - started });
  }
  const failures = results.flatMap(({ title, tally }) => (tally.failures ?? []).map((name) => `${title}: ${name}`));
  if (failures.length > 0) say(['\n── Failed', ...failures].join('\n'));
  say('\n── Total');
  for (const { title, tally, took } of results) say(`${title.padEnd(24)}${totalLine(tally)} (${seconds(took)})`);
  const total = sum(results.map(({ tally }) => tally));
  if (total.passed + total.failed === 0) say('No test ran.');
  process.stdout.write(`${totalLine(total)}\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/**
 * A part that cannot even begin is a failure, and the others run all the same.
 * @param {() => Promise<Tally>} work
 * @returns {Promise<Tally>}
 */
async function guarded(work) {
  try {
    return await work();
  } catch (error) {
    failure(error);
    return { passed: 0, failed: 1, skipped: 0, failures: ['it could not begin'] };
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, play, playInterrupted, playWatched, read } from './play';
import { randomCluster } from './random-cluster';
import { randomTimeline } from './random-timeline';

const { REGROUP_PROPERTY_RUNS: runs, REGROUP_PROPERTY_SEED: seed } = process.env;
const chosen = {
  numRuns: runs === undefined ? 150 : Number(runs),
  // A hunt looks elsewhere each time; everyone else sees the same.
  seed: seed !== undefined ? Number(seed) : runs === undefined ? 20_080_227 : Date.now() % 2 ** 31,
};
const counterexample = fileURLToPath(new URL('../../out/test/counterexample.yaml', import.meta.url));

describe('Engine: random clusters and timelines', { timeout: Math.max(1_200_000, 1000 * chosen.numRuns) }, () => {
  it(`hold every rule at every moment, and end the same in one go, step by step, and saved and loaded (seed ${chosen.seed})`, () => {
    const property = fc.property(randomCluster, randomTimeline, fc.nat(60), (cluster, timeline, moments) => {
      const scenario = read(fileOf(cluster, timeline));
      const digest = playWatched(scenario);
      expect(play(scenario), 'digest in one go').toBe(digest);
      expect(playInterrupted(scenario, moments), `digest after save and load at moment ${moments}`).toBe(digest);
    });
    const result = fc.check(property, chosen);
    if (!result.failed) return;
    if (result.counterexample === null) throw new Error(fc.defaultReportMessage(result));
    const [cluster, timeline] = result.counterexample;
    const problem = String(result.errorInstance);
    mkdirSync(dirname(counterexample), { recursive: true });
    writeFileSync(counterexample, `# ${problem.replaceAll('\n', '\n# ')}\n${fileOf(cluster, timeline)}`);
    throw new Error(
      `${problem}\nwith seed ${result.seed} after ${result.numRuns} runs; as small as it gets: ${counterexample}`,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { loadScenario } from './load-scenario';

function problemsOf(settings: string): readonly string[] {
  const text = `schema: regroup/scenario/1\ntitle: T\ncluster: {name: C, settings: {${settings}}}\nnodes: [{name: N1}]\n`;
  const loaded = loadScenario(text, 'f');
  return loaded.ok ? [] : loaded.error.map(({ expected, found }) => `expected ${expected}, found ${found}`);
}

describe('Scenario files: values of settings', () => {
  it.each(['sameSubnetDelay', 'crossSubnetDelay', 'crossSiteDelay', 'looksAliveInterval', 'isAliveInterval'])(
    '%s comes again and again, and so is above 0',
    (setting) => {
      expect(problemsOf(`${setting}: 0`)).toEqual(['expected a duration above 0 such as 500ms or 10s, found 0']);
      expect(problemsOf(`${setting}: 1ms`)).toEqual([]);
    },
  );

  it.each(['sameSubnetThreshold', 'crossSubnetThreshold', 'crossSiteThreshold', 'maximumParallelMigrations'])(
    '%s is at least 1',
    (setting) => {
      expect(problemsOf(`${setting}: 0`)).toEqual(['expected a whole number of at least 1, found 0']);
      expect(problemsOf(`${setting}: 1`)).toEqual([]);
    },
  );

  it('linkEfficiency is a part of the bandwidth, compression may be any factor', () => {
    expect(problemsOf('linkEfficiency: 94')).toEqual(['expected a number of at most 1, found 94']);
    expect(problemsOf('linkEfficiency: 0')).toEqual(['expected a number above 0, found 0']);
    expect(problemsOf('linkEfficiency: 1, migrationCompression: 2')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { loadScenario } from './load-scenario';

function problemsOf(subject: string): readonly string[] {
  const text = `schema: regroup/scenario/1
title: T
cluster: {name: C}
nodes: [{name: N1}, {name: N2}]
roles:
  - {name: G1, type: virtualMachine, owner: N1}
  - {name: G2, type: virtualMachine, owner: N2}
guestClusters: [{name: APPCL, nodes: [G1, G2]}]
timeline: [{at: 1s, command: network.rename, network: Public, name: Front}]
expect: [{at: end, event: 1127, subject: ${subject}, count: 0}]
`;
  const loaded = loadScenario(text, 'f');
  return loaded.ok ? [] : loaded.error.map(({ expected, found }) => `expected ${expected}, found ${found}`);
}

describe('Scenario files: subjects of events', () => {
  it.each(['N1 - Public', 'n1 - front', 'G1 - iSCSI', 'G2 - Front'])('can be the interface %s', (subject) => {
    expect(problemsOf(subject)).toEqual([]);
  });

  it('are refused when there is nothing of that name', () => {
    expect(problemsOf('N3 - Public')).toEqual(['expected the name of an object, found "N3 - Public"']);
    expect(problemsOf('N1 - Backup')).toHaveLength(1);
  });
});

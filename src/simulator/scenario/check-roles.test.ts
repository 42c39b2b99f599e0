import { describe, expect, it } from 'vitest';
import { loadScenario } from './load-scenario';

function problemsOf(roles: string): readonly string[] {
  const text = `schema: regroup/scenario/1\ntitle: T\ncluster: {name: C, address: 192.168.100.50}\nnodes: [{name: N1}]\nroles: [${roles}]\n`;
  const loaded = loadScenario(text, 'f');
  return loaded.ok ? [] : loaded.error.map(({ expected, found }) => `expected ${expected}, found ${found}`);
}

describe('Scenario files: what roles share', () => {
  it('no two roles are online with one address, nor is one with that of the cluster', () => {
    const role = (name: string, address: string) =>
      `{name: ${name}, type: genericService, owner: N1, address: ${address}}`;
    expect(problemsOf(`${role('A', '192.168.100.60')}, ${role('B', '192.168.100.60')}`)).toEqual([
      'expected another address than that of "A", found "192.168.100.60"',
    ]);
    expect(problemsOf(role('A', '192.168.100.50'))).toEqual([
      'expected another address than that of the cluster, found "192.168.100.50"',
    ]);
    expect(problemsOf(`${role('A', '192.168.100.60')}, ${role('B', '192.168.100.61')}`)).toEqual([]);
    const offline = role('B', '192.168.100.60').replace('owner', 'state: offline, owner');
    expect(problemsOf(`${role('A', '192.168.100.60')}, ${offline}`)).toEqual([]);
  });

  it('a machine does not use more memory than it has', () => {
    expect(problemsOf('{name: V, type: virtualMachine, owner: N1, memory: 2GB, usedMemory: 3GB}')).toEqual([
      'expected at most the memory of the machine (2 GB), found 3 GB',
    ]);
  });
});

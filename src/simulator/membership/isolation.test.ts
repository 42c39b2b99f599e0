import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const machine = (name: string): string => `{name: ${name}, type: virtualMachine, owner: N2, memory: 1GB}`;

/** Two machines run on N2; VM2 makes it isolated when it is lost. */
function twoMachines(): TestCluster {
  return startCluster({ nodes: 3, rest: `roles: [${machine('VM1')}, ${machine('VM2')}]` }).to(60);
}

function loseService(test: TestCluster): TestCluster {
  test.break({ fault: 'clusterService.crash', node: 'N2' });
  test.to(test.cluster.now / 1000 + 10);
  expect(test.node('N2').statusInformation).toBe('Isolated');
  expect(test.machine('VM2').state).toBe('PausedCritical');
  return test;
}

describe('Membership: a machine that does not run when its node becomes isolated', () => {
  it('is not held while it waits for its restart: it goes on elsewhere', () => {
    const test = twoMachines();
    test.break({ fault: 'vm.hang', vm: 'VM1' });
    expect(test.to(60.1).where('VM1')).toBe('Pending on N2');
    expect(loseService(test).where('VM1')).toMatch(/Online on N[13]/);
  });

  it('is offline, not on its way for ever, where its role was being taken offline', () => {
    const test = twoMachines();
    const { id } = test.run('role.takeOffline', { role: 'VM1' });
    expect(test.to(69).machine('VM1').state).toBe('Saved');
    expect(test.role('VM1').state).toBe('Pending');
    expect(loseService(test).role('VM1').state).toBe('Offline');
    expect(test.operation(id).error?.code).toBe(5050);
    test.run('role.bringOnline', { role: 'VM1' });
    expect(test.to(90).role('VM1').state).toBe('Online');
  });

  it('stays with its node where it was offline', () => {
    const test = twoMachines();
    test.run('role.takeOffline', { role: 'VM1' });
    expect(loseService(test.to(80)).where('VM1')).toBe('Offline on N2');
  });
});

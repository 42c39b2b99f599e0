import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const nodes = '{name: N1}, {name: N2, cpu: {vendor: AMD, model: EPYC}}, {name: N3, cpu: {model: Xeon E7}}';

/** N1 and N3 are of one vendor and differ in their model, N2 is of another one. */
function cluster(more = '', settings = ''): TestCluster {
  return startCluster({
    nodes,
    cluster: settings,
    rest: `disks: [{name: CSV1, size: 500GB, use: csv}]\nroles: [{name: VM1, type: virtualMachine, owner: N1, disks: [CSV1], memory: 1GB${more}}]`,
  }).to(60);
}

const move = (test: TestCluster, command: string, destination?: string) =>
  test.run(command, { role: 'VM1', ...(destination === undefined ? {} : { destination }) });

describe('Virtual machines: quick migration between processors', () => {
  it('memory is not restored on a processor of another vendor or model (5953)', () => {
    for (const command of ['role.quickMigrate', 'role.move', 'role.liveMigrate'])
      for (const node of ['N2', 'N3']) expect(move(cluster(), command, node).error?.code).toBe(5953);
    expect(move(cluster(), 'role.quickMigrate').error).toMatchObject({ code: 5953 });
    expect(move(cluster(), 'role.liveMigrate').error).toMatchObject({ code: 5953 });
  });

  it('with processor compatibility it goes on another model, not on another vendor', () => {
    const test = cluster(', cpuCompatibility: true');
    expect(move(test, 'role.quickMigrate', 'N2').error?.code).toBe(5953);
    const { id } = move(test, 'role.quickMigrate');
    expect(test.to(120).where('VM1')).toBe('Online on N3');
    expect(test.operation(id).outcome).toBe('succeeded');
  });

  it('a machine that is shut down on the way, or off, moves anywhere', () => {
    const shut = cluster(', offlineAction: shutdown');
    move(shut, 'role.move', 'N2');
    expect(shut.to(120).where('VM1')).toBe('Online on N2');
    const off = cluster(', offlineAction: shutdown');
    off.run('role.takeOffline', { role: 'VM1' });
    expect(move(off.to(90), 'role.quickMigrate', 'N2').outcome).toBe('succeeded');
  });

  it('a saved machine stays with the processors that can restore it', () => {
    const test = cluster();
    test.run('vm.save', { vm: 'VM1' });
    expect(move(test.to(90), 'role.move', 'N2').error?.code).toBe(5953);
    test.run('vm.start', { vm: 'VM1' });
    expect(test.to(120).where('VM1')).toBe('Online on N1');
  });

  it('a drain says why the machine stays (1137)', () => {
    const test = cluster();
    test.run('node.pause', { node: 'N1', drain: true });
    expect(
      test
        .to(120)
        .events(1137)
        .map(({ message }) => message)[0],
    ).toMatch(/processor of AMD/);
    expect(test.where('VM1')).toBe('Online on N1');
  });

  it('a machine that is saved because its node restarts waits for it, and one whose node crashes boots anywhere', () => {
    const test = cluster();
    test.break({ fault: 'node.restart', node: 'N1' });
    expect(test.to(150).role('VM1').state).toBe('Offline');
    expect(test.machine('VM1').state).toBe('Saved');
    expect(test.to(400).where('VM1')).toBe('Online on N1');
    const crash = cluster('', 'settings: {resiliencyPeriod: 0}');
    crash.break({ fault: 'node.crash', node: 'N1' });
    expect(crash.to(120).role('VM1').state).toBe('Online');
  });
});

import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const app = (name: string, more = ''): string =>
  `{name: ${name}, type: Generic Service${more === '' ? '' : `, ${more}`}}`;

/** A role whose resource X needs A or B, and one Y that needs C and (A or B). */
const rest = `roles: [{name: App, type: other, owner: N1, resources: [
  ${app('A')}, ${app('B')}, ${app('C')},
  ${app('X', 'dependsOn: A or B')}, ${app('Y', 'dependsOn: C and (A or B)')}]}]`;

const states = (test: ReturnType<typeof startCluster>): string =>
  ['A', 'B', 'C', 'X', 'Y'].map((name) => `${name} ${test.resource(name).state}`).join(', ');

// [MS-CMRP] ApiOfflineResource: dependents of a complex dependency go offline only with the last provider of it that is online.
describe('Roles and resources: of an or one provider is enough', () => {
  it('a provider taken offline leaves its dependent online while another one is online', () => {
    const test = startCluster({ rest }).to(10);
    const { id } = test.run('resource.takeOffline', { resource: 'A' });
    expect(states(test.to(20))).toBe('A Offline, B Online, C Online, X Online, Y Online');
    expect(test.operation(id).outcome).toBe('succeeded');
    expect(test.role('App').state).toBe('PartialOnline');
    test.run('resource.takeOffline', { resource: 'B' });
    expect(states(test.to(30))).toBe('A Offline, B Offline, C Online, X Offline, Y Offline');
    expect(test.role('App').state).toBe('PartialOnline');
  });

  it('an and in the same expression takes its dependent along', () => {
    const test = startCluster({ rest }).to(10);
    test.run('resource.takeOffline', { resource: 'C' });
    expect(states(test.to(20))).toBe('A Online, B Online, C Offline, X Online, Y Offline');
  });

  it('a provider that fails leaves its dependent online, and comes back alone', () => {
    const test = startCluster({ rest }).to(10);
    test.break({ fault: 'resource.fail', resource: 'A' });
    expect(states(test)).toBe('A OnlinePending, B Online, C Online, X Online, Y Online');
    expect(test.role('App').state).toBe('Pending');
    expect(states(test.to(12))).toBe('A Online, B Online, C Online, X Online, Y Online');
    expect(test.events(1637).map(({ subject, message }) => [subject?.name, message.split(' from ')[1]])).toEqual([
      ['A', 'Online to Failed.'],
      ['A', 'OnlinePending to Online.'],
    ]);
  });

  it('a dependent comes online with the first of its providers', () => {
    const slow = rest.replace(app('B'), app('B', 'onlineTime: 30s'));
    const test = startCluster({ rest: slow.replace('owner: N1', 'owner: N1, state: offline') });
    test.run('role.bringOnline', { role: 'App' });
    expect(states(test.to(2.5))).toBe('A Online, B OnlinePending, C Online, X Online, Y Online');
    expect(test.role('App').state).toBe('Pending');
    expect(test.to(31).role('App').state).toBe('Online');
  });
});

describe('Roles and resources: the state of a role', () => {
  it('is Failed when one failed for good and none is online, PartialOnline while another one is', () => {
    const alone = startCluster({
      nodes: 1,
      rest: 'roles: [{name: Svc, type: genericService, owner: N1, restart: {threshold: 0}}]',
    });
    alone.break({ fault: 'resource.fail', resource: 'Svc' });
    expect(alone.to(10).role('Svc').state).toBe('Failed');
    const pinned = startCluster({
      rest: `roles: [{name: App, type: other, owner: N1, possibleOwners: [N1], resources: [${app('A')}, ${app('B')}]}]`,
    });
    pinned.break({ fault: 'resource.fail', resource: 'B', times: 9 });
    expect(pinned.to(30).role('App').state).toBe('PartialOnline');
    pinned.run('resource.takeOffline', { resource: 'A' });
    expect(pinned.to(40).role('App').state).toBe('Failed');
  });

  it('is Offline without resources, and when all are offline', () => {
    const test = startCluster({ rest: 'roles: [{name: Empty, type: other, owner: N1}]' });
    expect(test.role('Empty').state).toBe('Offline');
  });
});

describe('Roles and resources: what is in use elsewhere does not come online', () => {
  it('an address that another role has online (1049), and it does when that is offline', () => {
    const test = startCluster({
      rest: `disks: [{name: D1, size: 1GB, use: role}, {name: D2, size: 1GB, use: role}]
roles: [{name: FS1, type: fileServer, owner: N1, disks: [D1], address: 192.168.100.60},
  {name: FS2, type: fileServer, owner: N2, disks: [D2], address: 192.168.100.60, state: offline}]`,
    });
    const { id } = test.run('role.bringOnline', { role: 'FS2' });
    expect(test.to(60).role('FS2').state).toBe('Failed');
    expect(test.operation(id)).toMatchObject({ outcome: 'failed', error: { code: 5038 } });
    expect(test.events(1049)[0]).toMatchObject({
      node: 'N2',
      level: 'error',
      message: 'Resource IP Address 192.168.100.60 cannot come online: its address 192.168.100.60 is in use elsewhere.',
    });
    expect(test.where('FS1')).toBe('Online on N1');
    test.run('role.takeOffline', { role: 'FS1' });
    test.to(70).run('role.bringOnline', { role: 'FS2' });
    expect(test.to(80).role('FS2').state).toBe('Online');
  });

  it('a network name that a server has (1050): the role fails over, then fails for good', () => {
    const test = startCluster({ rest: 'disks: [{name: Spare, size: 1GB, use: available}]' });
    test.run('role.create', { type: 'fileServer', name: 'n2', disks: ['Spare'], address: '192.168.100.61' });
    test.to(60);
    expect(test.role('n2').state).toBe('Failed');
    expect(test.events(1050)[0]).toMatchObject({
      level: 'error',
      subject: { kind: 'resource', name: 'n2 Network Name' },
    });
    expect(test.events(1254)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const service = (more: string, owner = 'N1'): string =>
  `roles: [{name: App, type: genericService, owner: ${owner}, ${more}}]`;

describe('Roles and resources: pending and deadlock timeouts', () => {
  const slow = 'state: offline, resources: [{name: Slow, type: Generic Script, onlineTime: 400s, offlineTime: 400s}]';

  it('a resource that is pending for 180 s has failed: restarted once after 500 ms, then the role fails over', () => {
    const test = startCluster({ rest: service(slow) });
    test.run('role.bringOnline', { role: 'App' });
    expect(test.to(179.9).resource('Slow').state).toBe('OnlinePending');
    test.to(400);
    expect(test.logged(1069)).toEqual(['180 N1', '360.5 N1']);
    expect(test.role('App').ownerNode).toBe('N2');
    expect(test.events(1230)).toEqual([]);
  });

  it('where the pending timeout is longer, its host is ended after 300 s (1230, 1146)', () => {
    const test = startCluster({ cluster: 'settings: {pendingTimeout: 10m}', rest: service(slow) });
    test.run('role.bringOnline', { role: 'App' });
    test.to(301);
    expect([test.logged(1230), test.logged(1146), test.logged(1069)]).toEqual([['300 N1'], ['300 N1'], ['300 N1']]);
  });

  it('a resource that does not go offline within its pending timeout is ended, and its role moves on', () => {
    const rest = service('resources: [{name: Slow, type: Generic Script, offlineTime: 400s}]');
    const test = startCluster({ rest });
    const { id } = test.run('role.move', { role: 'App', destination: 'N2' });
    expect(test.to(179).role('App')).toMatchObject({ state: 'Pending', ownerNode: 'N1' });
    expect(test.to(185).where('App')).toBe('Online on N2');
    expect(test.operation(id).outcome).toBe('succeeded');
    expect(test.logged(1069)).toEqual(['180 N1']);
  });
});

describe('Roles and resources: the periods of the failure policy', () => {
  it('more failovers than the threshold within failoverPeriod: Failed (1254) with all of it offline, tried again after 60 min', () => {
    const rest = service('failover: {threshold: 1}, restart: {threshold: 0}, address: 192.168.100.70');
    const test = startCluster({ nodes: 3, rest });
    test.break({ fault: 'resource.fail', resource: 'App' });
    expect(test.to(60).where('App')).toBe('Online on N2');
    test.break({ fault: 'resource.fail', resource: 'App' });
    expect(test.to(70).where('App')).toBe('Failed on N2');
    expect(test.logged(1254)).toEqual(['60 N2']);
    expect(test.resource('App Network Name').state).toBe('Offline');
    expect(test.to(3659).where('App')).toBe('Failed on N2');
    expect(test.to(3670).where('App')).toBe('Online on N2');
  });

  it('failovers longer ago than failoverPeriod (6 h) are forgotten', () => {
    const test = startCluster({ nodes: 3, rest: service('failover: {threshold: 1}, restart: {threshold: 0}') });
    const hour = 3600;
    test.break({ fault: 'resource.fail', resource: 'App' });
    test.to(6 * hour + 1).break({ fault: 'resource.fail', resource: 'App' });
    expect(test.to(6 * hour + 60).where('App')).toBe('Online on N3');
    expect(test.events(1254)).toEqual([]);
  });

  it('somebody can bring a failed role online before that', () => {
    const test = startCluster({ rest: service('failover: {threshold: 0}, restart: {threshold: 0}') });
    test.break({ fault: 'resource.fail', resource: 'App' });
    expect(test.to(60).where('App')).toBe('Failed on N1');
    test.run('role.bringOnline', { role: 'App' });
    expect(test.to(70).where('App')).toBe('Online on N1');
  });
});

describe('Roles and resources: dependencies with or', () => {
  const rest = (more = ''): string =>
    service(
      `restart: {threshold: 0}, failover: {threshold: 0}, resources: [{name: A, type: IP Address}, {name: B, type: IP Address, onlineTime: 5s}, {name: C, type: Network Name, dependsOn: "A or B"}, {name: D, type: Generic Service, dependsOn: "C and (A or B)"}]${more}`,
    );

  it('one provider is enough to come online, and to stay so while another goes offline', () => {
    const test = startCluster({ rest: rest(', state: offline') });
    test.run('role.bringOnline', { role: 'App' });
    expect(test.to(1).resource('C').state).toBe('OnlinePending');
    expect(test.to(10).where('App')).toBe('Online on N1');
  });

  it('what depends on it stops only when the last provider fails', () => {
    const test = startCluster({
      nodes: '{name: N1}',
      rest: rest().replace('failover: {threshold: 0}', 'failover: {threshold: 5}'),
    });
    test.break({ fault: 'resource.fail', resource: 'A' });
    test.to(5);
    expect(['A', 'B', 'C', 'D'].map((name) => test.resource(name).state)).toEqual([
      'Failed',
      'Online',
      'Online',
      'Online',
    ]);
    expect(test.role('App').state).toBe('PartialOnline');
    test.break({ fault: 'resource.fail', resource: 'B' });
    test.to(10);
    expect(['A', 'B', 'C', 'D'].map((name) => test.resource(name).state)).toEqual([
      'Failed',
      'Failed',
      'Offline',
      'Offline',
    ]);
  });
});

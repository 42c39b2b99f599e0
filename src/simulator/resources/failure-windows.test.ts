import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const svc = (more: string): string => `roles: [{name: Svc, type: genericService, owner: N1, ${more}}]`;

describe('Roles and resources: restarts and failovers within their periods', () => {
  it('a restart is forgotten when its period is over: the window slides', () => {
    const test = startCluster({ rest: svc('restart: {threshold: 2, period: 100s}') });
    const fail = (at: number): string => {
      test.to(at).break({ fault: 'resource.fail', resource: 'Svc' });
      return test.to(at + 5).where('Svc');
    };
    expect([10, 60, 111, 161].map(fail)).toEqual(Array(4).fill('Online on N1'));
    // 111 s and 161 s are within the last 100 s.
    expect(fail(209)).toBe('Online on N2');
    expect(test.events(1638)).toHaveLength(1);
  });

  it('failovers are counted in a sliding period; one too many leaves the role Failed (1254) until it is tried again', () => {
    const test = startCluster({
      nodes: 3,
      rest: svc('restart: {threshold: 0, retryAfter: 10m}, failover: {threshold: 2, period: 1h}'),
    });
    const fail = (at: number): string => {
      test.to(at).break({ fault: 'resource.fail', resource: 'Svc' });
      return test.to(at + 5).where('Svc');
    };
    expect(fail(100)).toBe('Online on N2');
    expect(fail(3000)).toBe('Online on N3');
    // The failover of 100 s is more than an hour old.
    expect(fail(3701)).toBe('Online on N1');
    expect(fail(3800)).toBe('Failed on N1');
    expect(test.events(1254)).toMatchObject([{ node: 'N1', level: 'error', subject: { name: 'Svc' } }]);
    expect(test.to(4399).where('Svc')).toBe('Failed on N1');
    expect(test.to(4405).where('Svc')).toBe('Online on N1');
    // At 6,700 s only the failover of 3,701 s counts.
    expect(fail(6700)).toBe('Online on N2');
  });

  it('threshold 0 never fails over; a command brings a failed role back at once', () => {
    const test = startCluster({ rest: svc('restart: {threshold: 0}, failover: {threshold: 0}') });
    test.break({ fault: 'resource.fail', resource: 'Svc' });
    expect(test.to(10).where('Svc')).toBe('Failed on N1');
    test.run('role.bringOnline', { role: 'Svc' });
    expect(test.to(20).where('Svc')).toBe('Online on N1');
  });
});

describe('Roles and resources: failback', () => {
  const crash = 'preferredOwners: [N1, N2]';
  const hour = 3600;

  it('a window across midnight is open before and after it, and closed in between', () => {
    for (const [at, back] of [
      [21 * hour, 22 * hour],
      [23 * hour, 23 * hour],
      [26 * hour, 26 * hour],
      [30 * hour, 46 * hour],
    ] as const) {
      const test = startCluster({ nodes: 3, rest: svc(`${crash}, failback: {from: 22, to: 5}`) });
      test.to(at - 300).break({ fault: 'node.crash', node: 'N1' });
      test.to(at - 120).break({ fault: 'node.powerOn', node: 'N1' });
      expect(test.to(at - 1).where('Svc')).toBe('Online on N2');
      if (back > at) expect(test.to(back - 1).where('Svc')).toBe('Online on N2');
      expect(test.to(back + 10).where('Svc')).toBe('Online on N1');
      expect(test.events(1154)).toMatchObject([{ time: back * 1000, node: 'N1', subject: { name: 'Svc' } }]);
    }
  });

  it('a role that is still on its way when its preferred node returns goes back as soon as it stands still', () => {
    const test = startCluster({
      nodes: 3,
      rest: `roles: [{name: App, type: other, owner: N1, preferredOwners: [N1], failback: immediate, resources: [{name: Slow, type: Generic Service, onlineTime: 170s}]}]`,
    }).to(10);
    test.break({ fault: 'clusterService.crash', node: 'N1' });
    // The service starts again at 70 s; the role is online elsewhere after 180 s at the earliest.
    expect(test.to(75).node('N1').state).toBe('Up');
    expect(test.role('App')).toMatchObject({ state: 'Pending' });
    expect(test.role('App').ownerNode).not.toBe('N1');
    expect(test.to(400).where('App')).toBe('Online on N1');
  });

  it('is not done without preferred owners, nor to one further down the list', () => {
    const none = startCluster({ nodes: 3, rest: svc('failback: immediate') });
    none.to(10).break({ fault: 'node.crash', node: 'N1' });
    none.to(60).break({ fault: 'node.powerOn', node: 'N1' });
    expect(none.to(400).role('Svc').ownerNode).not.toBe('N1');
    const second = startCluster({ nodes: 3, rest: svc('preferredOwners: [N2, N1], failback: immediate') });
    second.to(10).run('role.move', { role: 'Svc', destination: 'N2' });
    second.to(20).break({ fault: 'node.crash', node: 'N1' });
    second.to(60).break({ fault: 'node.powerOn', node: 'N1' });
    expect(second.to(400).where('Svc')).toBe('Online on N2');
  });
});

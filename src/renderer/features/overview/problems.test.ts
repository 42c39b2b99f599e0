import { describe, expect, it } from 'vitest';
import { clusterView } from '#shared/model/cluster-view';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import {
  sampleDisk,
  sampleMachine,
  sampleNetwork,
  sampleInterface,
  sampleNode,
  sampleResource,
  sampleRole,
  sampleVolume,
} from '../../../../tests/support/sample-objects';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { problemsOf } from './problems';

function problems(more: Partial<ClusterSnapshot>): readonly string[] {
  const view = clusterView({ ...sampleSnapshot(), ...more });
  return problemsOf(view, 'simulated').map(({ object, status, reason }) => `${object.name}: ${status.text}: ${reason}`);
}

describe('problemsOf', () => {
  it('is empty while all is well', () => {
    expect(
      problems({
        nodes: [sampleNode('Demo1')],
        roles: [sampleRole('SQL-01'), sampleRole('DC-Branch', { state: 'Offline' })],
        virtualMachines: [sampleMachine('SQL-01'), sampleMachine('DC-Branch', { state: 'Off' })],
        disks: [sampleDisk('Quorum', { use: 'Witness' })],
        networks: [sampleNetwork('Public')],
        sharedVolumes: [sampleVolume('CSV1')],
      }),
    ).toEqual([]);
  });

  it('puts failures before warnings and gives each its reason', () => {
    const failed = sampleResource('Virtual Machine MAIL-01', {
      ownerGroup: 'MAIL-01',
      state: 'Failed',
      statusReason: 'Its disk is offline. Bring it online first.',
    });
    expect(
      problems({
        nodes: [sampleNode('Demo1'), sampleNode('Demo2', { state: 'Paused' }), sampleNode('Demo3')],
        roles: [sampleRole('MAIL-01', { state: 'Failed' })],
        virtualMachines: [sampleMachine('MAIL-01', { state: 'Off' })],
        resources: [failed],
      }),
    ).toEqual([
      'MAIL-01: Failed: Its disk is offline. Bring it online first.',
      'Demo2: Paused: Takes no roles until it is resumed',
    ]);
  });

  it('warns when all roles are on one node and no other can take them', () => {
    const paused = sampleNode('Demo2', { state: 'Paused' });
    const roles = [sampleRole('SQL-01', { ownerNode: 'Demo1' })];
    const warning =
      'HVCLUSTER: Without failover: All roles are on Demo1. No other node can take over: Demo2 is paused, Demo3 is down';
    const down = sampleNode('Demo3', { state: 'Down' });
    expect(problems({ nodes: [sampleNode('Demo1'), paused, down], roles })).toContain(warning);
    const whole = problems({ nodes: [sampleNode('Demo1'), paused, sampleNode('Demo3')], roles });
    expect(whole.join()).not.toContain('Without failover');
  });

  it('names the interface behind a network that still works', () => {
    const networkInterfaces = [
      sampleInterface('Demo1', 'Public', { state: 'Failed' }),
      sampleInterface('Demo2', 'Public'),
    ];
    expect(problems({ networks: [sampleNetwork('Public')], networkInterfaces })).toEqual([
      'Public: Interface failed: Failed on Demo1',
    ]);
  });

  it('tells of redirected access and of a mirror that is not synchronized', () => {
    const nodeStates = [
      { node: 'Demo1', stateInfo: 'Direct', blockRedirectedIOReason: 'NotBlockRedirected' } as const,
      { node: 'Demo2', stateInfo: 'BlockRedirected', blockRedirectedIOReason: 'NoDiskConnectivity' } as const,
    ];
    expect(
      problems({
        sharedVolumes: [sampleVolume('CSV1', { nodeStates })],
        storage: {
          servers: [{ id: 's2', name: 'SWS-Store2', state: 'Down' }],
          devices: [
            {
              id: 'd1',
              name: 'HA1',
              state: 'NotSynchronized',
              size: 1,
              servers: ['SWS-Store1', 'SWS-Store2'],
              synchronization: null,
            },
          ],
          sessions: [],
        },
      }),
    ).toEqual([
      'SWS-Store2: Down: What it mirrors is served by its partner alone',
      'CSV1: Degraded: Demo2 goes through Demo1',
      'HA1: Not synchronized: Mirrored on SWS-Store1 and SWS-Store2',
    ]);
  });

  it('says only that quorum is lost, and which nodes are down, when it is', () => {
    const snapshot = sampleSnapshot();
    const found = problems({
      quorum: { ...snapshot.quorum, state: 'Lost' },
      nodes: [sampleNode('Demo1', { state: 'Down' })],
      roles: [sampleRole('MAIL-01', { state: 'Failed' })],
    });
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('HVCLUSTER: Without quorum');
  });

  it('calls a cluster that does not run stopped, and says how it starts', () => {
    const snapshot = sampleSnapshot({ cluster: { state: 'Stopped' }, quorum: { state: 'Lost' } });
    expect(problems(snapshot)[0]).toMatch(/^HVCLUSTER: Stopped: .*Start Cluster$/);
  });
});

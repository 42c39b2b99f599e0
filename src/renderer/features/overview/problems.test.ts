import { describe, expect, it } from 'vitest';
import { clusterView } from '#shared/model/cluster-view';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import {
  aDisk,
  aMachine,
  aNetwork,
  anInterface,
  aNode,
  aResource,
  aRole,
  aSharedVolume,
  aSnapshot,
} from '../../testing/objects';
import { problemsOf } from './problems';

function problems(more: Partial<ClusterSnapshot>): readonly string[] {
  const view = clusterView(aSnapshot(more));
  return problemsOf(view, 'simulated').map(({ object, status, reason }) => `${object.name}: ${status.text}: ${reason}`);
}

describe('problemsOf', () => {
  it('is empty while all is well', () => {
    expect(
      problems({
        nodes: [aNode('Demo1')],
        roles: [aRole('SQL-01'), aRole('DC-Branch', { state: 'Offline' })],
        virtualMachines: [aMachine('SQL-01'), aMachine('DC-Branch', { state: 'Off' })],
        disks: [aDisk('Quorum', { use: 'Witness' })],
        networks: [aNetwork('Public')],
        sharedVolumes: [aSharedVolume('CSV1')],
      }),
    ).toEqual([]);
  });

  it('puts failures before warnings and gives each its reason', () => {
    const failed = aResource('Virtual Machine MAIL-01', 'MAIL-01', {
      state: 'Failed',
      statusReason: 'Its disk is offline. Bring it online first.',
    });
    expect(
      problems({
        nodes: [aNode('Demo1'), aNode('Demo2', { state: 'Paused' })],
        roles: [aRole('MAIL-01', { state: 'Failed' })],
        virtualMachines: [aMachine('MAIL-01', { state: 'Off' })],
        resources: [failed],
      }),
    ).toEqual([
      'MAIL-01: Failed: Its disk is offline. Bring it online first.',
      'Demo2: Paused: Takes no roles until it is resumed',
    ]);
  });

  it('names the interface behind a network that still works', () => {
    const networkInterfaces = [anInterface('Demo1', 'Public', { state: 'Failed' }), anInterface('Demo2', 'Public')];
    expect(problems({ networks: [aNetwork('Public')], networkInterfaces })).toEqual([
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
        sharedVolumes: [aSharedVolume('CSV1', { nodeStates })],
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
    const snapshot = aSnapshot();
    const found = problems({
      quorum: { ...snapshot.quorum, state: 'Lost' },
      nodes: [aNode('Demo1', { state: 'Down' })],
      roles: [aRole('MAIL-01', { state: 'Failed' })],
    });
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('HVCLUSTER: No quorum');
  });
});

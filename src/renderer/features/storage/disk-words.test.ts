import { expect, it } from 'vitest';
import { sampleDisk, sampleNode, sampleVolume } from '../../../../tests/support/sample-objects';
import { behindDisk } from './behind-disk';
import { assignedTo, diskInformation, sharedVolumeInformation } from './disk-words';

const nodes = [sampleNode('Demo1'), sampleNode('Demo2')];
const redirected = sampleVolume('CSV1', {
  nodeStates: [
    { node: 'Demo1', stateInfo: 'Direct', blockRedirectedIOReason: 'NotBlockRedirected' },
    { node: 'Demo2', stateInfo: 'BlockRedirected', blockRedirectedIOReason: 'NoDiskConnectivity' },
  ],
});

it('says who does not reach a shared volume directly', () => {
  expect(sharedVolumeInformation(sampleVolume('CSV1'), nodes)).toBe('');
  expect(sharedVolumeInformation(redirected, nodes)).toBe('Demo2 goes through Demo1');
});

it('does not blame a volume for a node that is down', () => {
  expect(sharedVolumeInformation(redirected, [sampleNode('Demo1'), sampleNode('Demo2', { state: 'Down' })])).toBe('');
});

it('says what a disk is for and why it is as it is', () => {
  expect(assignedTo(sampleDisk('LUN7', { use: 'Role', ownerGroup: 'FS1' }))).toBe('FS1');
  expect(assignedTo(sampleDisk('Quorum', { use: 'Witness' }))).toBe('Disk witness in quorum');
  expect(diskInformation(sampleDisk('LUN7', { statusReason: 'No path to it.' }))).toBe('No path to it.');
  expect(diskInformation(sampleDisk('LUN7', { use: 'NotClustered' }))).toContain('can be added');
});

it('finds the mirror behind a disk and the sessions that lead to it', () => {
  const session = { id: '1', name: 'Demo1 - A', node: 'Demo1', server: 'A', state: 'Connected' } as const;
  const other = { ...session, id: '2', server: 'C' };
  const device = {
    id: 'd',
    name: 'HA1',
    state: 'Synchronized',
    size: 1,
    servers: ['A', 'B'],
    synchronization: null,
  } as const;
  const storage = { servers: [], devices: [device], sessions: [session, other] };
  expect(behindDisk({ device: 'HA1' }, storage)).toEqual({ device, sessions: [session] });
  expect(behindDisk({ device: null }, storage)).toEqual({ device: undefined, sessions: [] });
});

import { describe, expect, it } from 'vitest';
import { checkOf, effectsOf, reasonAgainst, refusalOf } from '../../../tests/support/command-answers';

describe('Add a Disk', () => {
  it('is offered while there is one to add', () => {
    expect(reasonAgainst('disk.add', 'HVCLUSTER')).toBeNull();
    expect(reasonAgainst('disk.add', 'HVCLUSTER', { disks: { NewDisk: { use: 'AvailableStorage' } } })).toBe(
      'No disk is left to add: every disk that all nodes see is in the cluster.',
    );
    expect(refusalOf('disk.add', { disk: 'Spare' })).toEqual([5010, 'Spare is already in the cluster.']);
  });
});

describe('Remove', () => {
  it('is for disks that nothing uses', () => {
    expect(reasonAgainst('disk.remove', 'Spare')).toBeNull();
    expect(refusalOf('disk.remove', { disk: 'Quorum' })).toEqual([5020, 'Quorum is the witness.']);
    expect(refusalOf('disk.remove', { disk: 'CSV1' })).toEqual([
      5948,
      'CSV1 is a shared volume; remove it from Cluster Shared Volumes first.',
    ]);
    expect(reasonAgainst('disk.remove', 'LUN7')).toBe('LUN7 is used by FS1.');
    expect(effectsOf('disk.remove', { disk: 'Spare' })).toEqual([
      'Spare goes offline and leaves the cluster. What is on it stays.',
      'It is no longer protected: every server that sees it can write to it.',
    ]);
  });
});

describe('Assign to Another Role', () => {
  it('says that the disk changes its node', () => {
    expect(effectsOf('disk.assign', { disk: 'Spare', role: 'FS1' })).toEqual([
      'Spare goes from Available Storage to FS1 and moves with it from now on.',
      'It goes offline on Demo1 and online on Demo2.',
    ]);
  });

  it('is refused while something depends on the disk (5001), and to where it is (183)', () => {
    expect(refusalOf('disk.assign', { disk: 'LUN7', role: 'SQL-01' })).toEqual([5001, 'FS1 depends on LUN7.']);
    expect(refusalOf('disk.assign', { disk: 'LUN7', role: 'FS1' })).toEqual([183, 'FS1 already has LUN7.']);
    expect(refusalOf('disk.assign', { disk: 'Spare', role: 'Nothing' })[0]).toBe(5013);
    expect(refusalOf('disk.assign', { disk: 'Spare', role: 'Cluster Group' })[0]).toBe(5026);
  });
});

describe('Cluster Shared Volumes', () => {
  it('take disks of Available Storage that are online', () => {
    expect(reasonAgainst('disk.addToSharedVolumes', 'Spare')).toBeNull();
    expect(refusalOf('disk.addToSharedVolumes', { disk: 'LUN7' })).toEqual([5965, 'LUN7 is used by FS1.']);
    expect(reasonAgainst('disk.addToSharedVolumes', 'CSV1')).toBe('CSV1 already is a shared volume.');
    expect(refusalOf('disk.addToSharedVolumes', { disk: 'Spare' }, { disks: { Spare: { state: 'Failed' } } })[0]).toBe(
      5004,
    );
    expect(
      reasonAgainst('disk.addToSharedVolumes', 'Spare', {
        cluster: { release: '2008R2', sharedVolumesEnabled: false },
      }),
    ).toBe('Cluster Shared Volumes are not enabled; use Enable Cluster Shared Volumes first.');
  });

  it('are not taken away under running machines: 5947', () => {
    expect(refusalOf('disk.removeFromSharedVolumes', { disk: 'CSV1' })).toEqual([5947, 'SQL-01 runs from CSV1.']);
    expect(
      effectsOf(
        'disk.removeFromSharedVolumes',
        { disk: 'CSV1' },
        { virtualMachines: { 'SQL-01': { state: 'Off' } } },
      )[0],
    ).toContain('C:\\ClusterStorage\\Volume1 is gone on every node');
    expect(refusalOf('disk.removeFromSharedVolumes', { disk: 'Spare' })).toEqual([
      5007,
      'There is no shared volume Spare in HVCLUSTER.',
    ]);
  });

  it('move between nodes that are up', () => {
    expect(effectsOf('disk.moveSharedVolume', { disk: 'CSV1', destination: 'Demo2' })).toEqual([
      'CSV1 is coordinated by Demo2 instead of Demo1.',
      'Virtual machines on it keep running; their reads and writes wait for a moment.',
    ]);
    expect(checkOf('disk.moveSharedVolume', { disk: 'CSV1', destination: 'demo1' })).toMatchObject({ unchanged: true });
    const down = { nodes: { Demo2: { state: 'Down' } } } as const;
    expect(reasonAgainst('disk.moveSharedVolume', 'CSV1', down)).toBe('Demo2 is down.');
    expect(refusalOf('disk.moveSharedVolume', { disk: 'CSV1', destination: 'Demo2' }, down)[0]).toBe(5050);
  });
});

describe('Turn On Maintenance Mode', () => {
  it('says what it means for what uses the disk', () => {
    expect(effectsOf('disk.setMaintenance', { disk: 'LUN7', on: true })[1]).toBe('Roles that use it stay online.');
    expect(effectsOf('disk.setMaintenance', { disk: 'CSV1', on: true })[1]).toBe(
      '1 virtual machine on it goes offline first, and stays so until somebody starts it.',
    );
    expect(checkOf('disk.setMaintenance', { disk: 'LUN7', on: false })).toMatchObject({ unchanged: true });
  });

  it('is not for the witness (5068), what is offline (5004) or not clustered', () => {
    expect(refusalOf('disk.setMaintenance', { disk: 'Quorum', on: true })[0]).toBe(5068);
    expect(reasonAgainst('disk.setMaintenance', 'NewDisk')).toBe('NewDisk is not in the cluster.');
    expect(
      refusalOf('disk.setMaintenance', { disk: 'LUN7', on: true }, { disks: { LUN7: { state: 'Offline' } } })[0],
    ).toBe(5004);
  });
});

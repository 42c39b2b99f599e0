import { describe, expect, it } from 'vitest';
import { checkOf, effectsOf, reasonAgainst, refusalOf } from '../../../tests/support/command-answers';

const notFormed = { cluster: { state: 'NotFormed' } } as const;

describe('Create Cluster', () => {
  it('is offered only before there is one', () => {
    expect(reasonAgainst('cluster.create', 'HVCLUSTER', notFormed)).toBeNull();
    expect(reasonAgainst('cluster.create', 'HVCLUSTER')).toBe('HVCLUSTER has already been created.');
  });

  it('says what the cluster gets', () => {
    const input = { name: 'C1', nodes: ['Demo1', 'Demo2'], addresses: ['10.0.0.5'], storage: 'none' } as const;
    expect(
      effectsOf('cluster.create', { ...input, nodes: [...input.nodes], addresses: ['10.0.0.5'] }, notFormed),
    ).toEqual([
      'C1 is created with 2 nodes: Demo1 and Demo2.',
      'Its address is 10.0.0.5.',
      'No disks are added to it.',
    ]);
  });

  it('says what it means to override validation', () => {
    const effects = effectsOf('cluster.create', { name: 'C1', nodes: ['Demo1'], overrideValidation: true }, notFormed);
    expect(effects.at(-1)).toMatch(/does not support a cluster that fails validation/);
  });

  it('refuses servers that are unknown, named twice, or too many for the release', () => {
    const refused = (nodes: string[], release: '2008R2' | '2022' = '2022'): unknown =>
      refusalOf('cluster.create', { name: 'C1', nodes }, { cluster: { state: 'NotFormed', release } })[0];
    expect(refused(['Demo1', 'Demo9'])).toBe(5042);
    expect(refused(['Demo1', 'demo1'])).toBe(87);
    const many = Array.from({ length: 17 }, (_, index) => `Node${index}`);
    const servers = Object.fromEntries(many.map((name) => [name, { state: 'Up' as const }]));
    expect(
      refusalOf(
        'cluster.create',
        { name: 'C1', nodes: many },
        { cluster: { state: 'NotFormed', release: '2008R2' }, nodes: servers },
      ),
    ).toEqual([5935, 'A cluster of Windows Server 2008 R2 has at most 16 nodes; these are 17.']);
  });
});

describe('Shut Down Cluster and Start Cluster', () => {
  it('say how much goes offline', () => {
    expect(effectsOf('cluster.shutDown', {})).toEqual([
      '2 services and applications go offline: clients lose their connections.',
      '1 virtual machine among them is saved, or shut down where that is set.',
      'The cluster service stops on every node. Nothing in the cluster can be reached until Start Cluster.',
    ]);
  });

  it('are offered when they make sense', () => {
    expect(reasonAgainst('cluster.start', 'HVCLUSTER')).toBe('HVCLUSTER is already running.');
    expect(reasonAgainst('cluster.start', 'HVCLUSTER', { cluster: { state: 'Stopped' } })).toBeNull();
    expect(reasonAgainst('cluster.start', 'HVCLUSTER', notFormed)).toBe('HVCLUSTER has not been created yet.');
    expect(reasonAgainst('cluster.shutDown', 'HVCLUSTER', { cluster: { state: 'Stopped' } })).toBe(
      'HVCLUSTER is stopped.',
    );
    expect(checkOf('cluster.start', {})).toMatchObject({ accepted: true, unchanged: true });
  });
});

describe('Destroy Cluster', () => {
  it('says what is lost, what stays, and who cannot be reached', () => {
    expect(effectsOf('cluster.destroy', {}, { nodes: { Demo2: { state: 'Down' } } })).toEqual([
      'The configuration of HVCLUSTER is deleted on every node. This cannot be undone.',
      '3 services and applications are no longer highly available and go offline. Virtual machines and what is on the disks stay.',
      'Demo2 cannot be reached and must be cleaned up later with Clear-ClusterNode.',
    ]);
  });
});

describe('Configure Cluster Quorum Settings', () => {
  it('counts the votes', () => {
    expect(effectsOf('cluster.setQuorum', { mode: 'nodeMajority' })[0]).toBe('2 nodes can vote: 2 votes.');
    expect(effectsOf('cluster.setQuorum', { mode: 'nodeAndDiskMajority', witness: 'Spare' })).toEqual([
      '2 nodes and Spare can vote: 3 votes.',
      'Quorum is no longer the witness.',
      'Roles stay online.',
    ]);
  });

  it('warns of halves where votes do not adapt', () => {
    const old = { cluster: { release: '2008R2', dynamicQuorum: 0 } } as const;
    expect(effectsOf('cluster.setQuorum', { mode: 'nodeMajority' }, old).join(' ')).toContain('split in halves');
  });

  it('refuses a disk that cannot be the witness, with the reason', () => {
    const disk = (witness: string): unknown => refusalOf('cluster.setQuorum', { mode: 'nodeAndDiskMajority', witness });
    expect(disk('LUN7')).toEqual([5928, 'LUN7 is used by FS1 and cannot be the witness.']);
    expect(disk('CSV1')).toEqual([5928, 'CSV1 is a shared volume and cannot be the witness.']);
    expect(disk('NewDisk')).toEqual([5007, 'NewDisk is not in the cluster; add it with Add a Disk first.']);
    expect(disk('Nothing')).toEqual([5007, 'There is no disk Nothing in HVCLUSTER.']);
    expect(
      refusalOf(
        'cluster.setQuorum',
        { mode: 'nodeAndDiskMajority', witness: 'Spare' },
        { disks: { Spare: { state: 'Failed' } } },
      ),
    ).toEqual([5004, 'Spare is not online.']);
  });

  it('refuses a witness of the wrong form, and a cloud witness before 2016', () => {
    expect(refusalOf('cluster.setQuorum', { mode: 'nodeAndFileShareMajority', witness: 'Spare' })[1]).toContain(
      'no share',
    );
    expect(refusalOf('cluster.setQuorum', { mode: 'nodeMajority', witness: 'Spare' })[1]).toContain('has no witness');
    expect(refusalOf('cluster.setQuorum', { mode: 'diskOnly' })[1]).toBe('No Majority: Disk Only needs a witness.');
    expect(
      refusalOf(
        'cluster.setQuorum',
        { mode: 'nodeAndCloudMajority', witness: 'https://a.blob.core.windows.net' },
        { cluster: { release: '2012R2' } },
      )[1],
    ).toBe('Windows Server 2012 R2 has no cloud witness.');
  });

  it('changes nothing when it is so already', () => {
    expect(checkOf('cluster.setQuorum', { mode: 'nodeAndDiskMajority', witness: 'quorum' })).toMatchObject({
      unchanged: true,
    });
  });
});

describe('Set Cluster Property', () => {
  it('knows the properties in any case and their limits', () => {
    expect(effectsOf('cluster.setProperty', { property: 'quarantineduration', value: 7_200_000 })[0]).toBe(
      'QuarantineDuration of HVCLUSTER becomes 2 hours.',
    );
    expect(refusalOf('cluster.setProperty', { property: 'Colour', value: 1 })[1]).toMatch(/^Colour is no property/);
    expect(refusalOf('cluster.setProperty', { property: 'SameSubnetDelay', value: 60_000 })[1]).toBe(
      'SameSubnetDelay must be from 250 to 2000 milliseconds.',
    );
    expect(refusalOf('cluster.setProperty', { property: 'DynamicQuorum', value: 2 })[1]).toBe(
      'DynamicQuorum must be 0 or 1.',
    );
  });
});

describe('Enable Cluster Shared Volumes', () => {
  const r2 = { release: '2008R2', sharedVolumesEnabled: false } as const;

  it('is for 2008 R2, where they are not there from the start', () => {
    expect(reasonAgainst('cluster.enableSharedVolumes', 'HVCLUSTER', { cluster: r2 })).toBeNull();
    expect(reasonAgainst('cluster.enableSharedVolumes', 'HVCLUSTER')).toBe(
      'Cluster Shared Volumes are already enabled on HVCLUSTER.',
    );
    expect(
      refusalOf('cluster.enableSharedVolumes', {}, { cluster: { release: '2008', sharedVolumesEnabled: false } }),
    ).toEqual([50, 'Windows Server 2008 has no Cluster Shared Volumes.']);
  });
});

describe('Move Core Cluster Resources', () => {
  it('names the node where there is only one', () => {
    expect(effectsOf('cluster.moveCoreResources', {})[0]).toBe(
      'The name and address of HVCLUSTER and its witness go offline on Demo1 and online on Demo2.',
    );
  });

  it('needs another node that is up and not paused', () => {
    expect(reasonAgainst('cluster.moveCoreResources', 'HVCLUSTER', { nodes: { Demo2: { state: 'Down' } } })).toBe(
      'Demo1 is the only node that is up.',
    );
    const to = (destination: string, state: 'Up' | 'Down' | 'Paused' = 'Up'): unknown =>
      refusalOf('cluster.moveCoreResources', { destination }, { nodes: { Demo2: { state } } })[0];
    expect(to('Demo9')).toBe(5042);
    expect(to('Demo2', 'Down')).toBe(5050);
    expect(to('Demo2', 'Paused')).toBe(5070);
    expect(checkOf('cluster.moveCoreResources', { destination: 'Demo1' })).toMatchObject({ unchanged: true });
  });
});

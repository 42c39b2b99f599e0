import { describe, expect, it } from 'vitest';
import { checkOf, effectsOf, reasonAgainst, refusalOf } from '../../../tests/support/command-answers';

const offline = { state: 'Offline' } as const;

describe('Bring Online', () => {
  it('says what comes first', () => {
    const down = {
      resources: { LUN7: offline, FS1: offline, 'FS1 Network Name': offline, 'IP Address 192.168.100.60': offline },
    };
    expect(effectsOf('resource.bringOnline', { resource: 'FS1' }, down)).toEqual([
      'First IP Address 192.168.100.60, FS1 Network Name and LUN7 come online.',
      'FS1 comes online on Demo2.',
    ]);
    expect(reasonAgainst('resource.bringOnline', 'FS1')).toBe('FS1 is already online.');
    expect(checkOf('resource.bringOnline', { resource: 'FS1' })).toMatchObject({ unchanged: true });
  });

  it('is refused on a paused node (70), but for core resources, and without room (5956)', () => {
    const paused = { nodes: { Demo1: { state: 'Paused' }, Demo2: { state: 'Paused' } } } as const;
    expect(refusalOf('resource.bringOnline', { resource: 'FS1' }, { ...paused, resources: { FS1: offline } })[0]).toBe(
      70,
    );
    expect(
      checkOf('resource.bringOnline', { resource: 'Quorum' }, { ...paused, resources: { Quorum: offline } }),
    ).toMatchObject({ accepted: true });
    expect(
      refusalOf(
        'resource.bringOnline',
        { resource: 'Virtual Machine WEB-01' },
        { nodes: { Demo2: { memoryAvailable: 0 } } },
      )[0],
    ).toBe(5956);
  });
});

describe('Take Offline', () => {
  it('says what falls with it, near first', () => {
    expect(effectsOf('resource.takeOffline', { resource: 'IP Address 192.168.100.60' })).toEqual([
      'First FS1 Network Name and FS1 go offline, because they depend on IP Address 192.168.100.60.',
      'IP Address 192.168.100.60 goes offline and stays so until it is brought online.',
    ]);
  });

  it('of an or one that stays is enough', () => {
    const either = { resources: { FS1: { dependencyExpression: '([FS1 Network Name] or [LUN7])' } } };
    expect(effectsOf('resource.takeOffline', { resource: 'LUN7' }, either)).toEqual([
      'LUN7 goes offline and stays so until it is brought online.',
    ]);
  });

  it('says that the witness loses its vote, and keeps the only vote: 5068', () => {
    expect(effectsOf('resource.takeOffline', { resource: 'Quorum' })).toContain(
      'The cluster loses the vote of its witness.',
    );
    expect(refusalOf('resource.takeOffline', { resource: 'Quorum' }, { quorum: { mode: 'diskOnly' } })[0]).toBe(5068);
  });

  it('knows a share as the witness, and keeps it where the cluster needs its vote: 5068', () => {
    const share = {
      resources: { 'File Share Witness': { resourceType: 'File Share Quorum Witness', ownerGroup: 'Cluster Group' } },
      quorum: { mode: 'nodeAndFileShareMajority', witness: String.raw`\\dc\w`, votes: 2, votesNeeded: 2 },
    } as const;
    const offline = { resource: 'File Share Witness' };
    expect(effectsOf('resource.takeOffline', offline, share)).toContain('The cluster loses the vote of its witness.');
    expect(refusalOf('resource.takeOffline', offline, { ...share, nodes: { Demo2: { state: 'Down' } } })).toEqual([
      5068,
      'Without File Share Witness the cluster would lose its quorum.',
    ]);
  });

  it('waits for what is pending: 5023', () => {
    expect(
      refusalOf('resource.takeOffline', { resource: 'FS1' }, { resources: { FS1: { state: 'OnlinePending' } } }),
    ).toEqual([5023, 'FS1 is coming online or going offline; wait until that is done.']);
  });
});

describe('Simulate Failure', () => {
  it('says what the policies do', () => {
    expect(effectsOf('resource.simulateFailure', { resource: 'LUN7' })).toEqual([
      'LUN7 fails and is restarted on Demo2 after 500 milliseconds.',
      'After 1 restart within 15 minutes the next failure makes the role FS1 fail over to another node.',
    ]);
    expect(
      effectsOf('resource.simulateFailure', { resource: 'LUN7' }, { resources: { LUN7: { restartThreshold: 0 } } }),
    ).toEqual(['LUN7 fails. It is not restarted: the role FS1 fails over to another node.']);
  });

  it('is for what is online: 5023', () => {
    expect(refusalOf('resource.simulateFailure', { resource: 'LUN7' }, { resources: { LUN7: offline } })).toEqual([
      5023,
      'LUN7 is not online.',
    ]);
  });
});

describe('Remove', () => {
  it('keeps core resources (5026) and what others depend on (5001)', () => {
    expect(refusalOf('resource.remove', { resource: 'Cluster Name' })[0]).toBe(5026);
    expect(refusalOf('resource.remove', { resource: 'LUN7' })).toEqual([5001, 'FS1 depends on LUN7.']);
    expect(effectsOf('resource.remove', { resource: 'FS1' })).toEqual([
      'FS1 goes offline and is removed from the role FS1; its settings are lost.',
    ]);
    expect(refusalOf('resource.remove', { resource: 'Nothing' })).toEqual([
      5007,
      'There is no resource Nothing in HVCLUSTER.',
    ]);
  });
});

describe('dependencies', () => {
  it('must be an expression over resources of the same role, without a circle', () => {
    const refused = (dependsOn: string, resource = 'LUN7'): unknown =>
      refusalOf('resource.setDependency', { resource, dependsOn });
    expect(refused('FS1')).toEqual([1059, 'FS1 depends on LUN7, so LUN7 cannot depend on it.']);
    expect(refused('LUN7')).toEqual([1059, 'LUN7 cannot depend on itself.']);
    expect(refused('Quorum')).toEqual([5002, 'There is no resource Quorum in FS1.']);
    expect(refused('LUN7 and', 'FS1')).toMatchObject([null, expect.stringContaining('is no dependency')]);
    expect(effectsOf('resource.setDependency', { resource: 'FS1', dependsOn: '' })).toEqual([
      'FS1 no longer depends on anything.',
    ]);
  });

  it('keep an online resource only if what it depends on is online: 5019', () => {
    expect(
      refusalOf('resource.setDependency', { resource: 'FS1', dependsOn: 'LUN7' }, { resources: { LUN7: offline } }),
    ).toEqual([5019, 'FS1 is online and what it would depend on is not.']);
  });

  it('of a new resource are checked too', () => {
    const added = { role: 'FS1', name: 'Indexer', type: 'Generic Service' };
    expect(effectsOf('resource.add', { ...added, dependsOn: 'FS1' })).toEqual([
      'FS1 gets Indexer, a Generic Service. It is offline until it is brought online.',
      'It depends on FS1.',
    ]);
    expect(refusalOf('resource.add', { ...added, name: 'lun7' })).toEqual([5010, 'There already is a resource LUN7.']);
    expect(refusalOf('resource.add', { ...added, dependsOn: 'Quorum' })[0]).toBe(5002);
    expect(reasonAgainst('resource.add', 'Cluster Group')).toContain('belongs to the cluster');
  });
});

describe('Set Possible Owners', () => {
  it('keeps the node that runs it: 5023', () => {
    expect(refusalOf('resource.setPossibleOwners', { resource: 'LUN7', nodes: ['Demo1'] })).toEqual([
      5023,
      'LUN7 runs on Demo2, which is left out.',
    ]);
    expect(effectsOf('resource.setPossibleOwners', { resource: 'LUN7', nodes: ['Demo2'] })).toEqual([
      'LUN7, and with it the role FS1, may run on Demo2 only.',
    ]);
    expect(refusalOf('resource.setPossibleOwners', { resource: 'LUN7', nodes: ['Demo9'] })[0]).toBe(5042);
  });
});

describe('Set Policies', () => {
  it('says each change and refuses none', () => {
    expect(effectsOf('resource.setPolicies', { resource: 'LUN7', restart: { threshold: 3 }, isAlive: 60_000 })).toEqual(
      ['RestartThreshold of LUN7 becomes 3.', 'IsAlivePollInterval of LUN7 becomes 1 minute.'],
    );
    expect(refusalOf('resource.setPolicies', { resource: 'LUN7' })[1]).toBe('There is nothing to change.');
  });
});

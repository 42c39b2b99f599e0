import { describe, expect, it } from 'vitest';
import { checkOf, effectsOf, reasonAgainst, refusalOf } from '../../../tests/support/command-answers';
import { sampleMigration, sampleOperation } from '../../../tests/support/sample-snapshot';
import { catalogue } from './catalogue';

const cancel = { command: 'role.cancelMigration', input: { role: 'SQL-01' } };
const migrating = {
  roles: { 'SQL-01': { state: 'Pending' } },
  operations: [
    sampleOperation({
      command: 'role.liveMigrate',
      target: { kind: 'role', name: 'SQL-01' },
      migration: sampleMigration(),
      cancel,
    }),
  ],
} as const;

describe('Bring Online', () => {
  it('is offered for what is offline or failed', () => {
    expect(reasonAgainst('role.bringOnline', 'SQL-01')).toBe('SQL-01 is already online.');
    expect(reasonAgainst('role.bringOnline', 'WEB-01')).toBeNull();
    expect(reasonAgainst('role.bringOnline', 'FS1', { roles: { FS1: { state: 'Failed' } } })).toBeNull();
    expect(reasonAgainst('role.bringOnline', 'FS1', { roles: { FS1: { state: 'Pending' } } })).toBe(
      'FS1 is coming online or going offline; wait until that is done.',
    );
  });

  it('is refused while the node that has it is down, and no other can take it: 5050', () => {
    const down = { nodes: { Demo2: { state: 'Down' } } } as const;
    expect(refusalOf('role.bringOnline', { role: 'WEB-01' }, down)).toEqual([5050, 'Demo2 is down.']);
    expect(reasonAgainst('role.bringOnline', 'WEB-01', down)).toBe('Demo2 is down.');
    const core = { nodes: { Demo1: { state: 'Down' } }, roles: { 'Cluster Group': { state: 'Offline' } } } as const;
    expect(reasonAgainst('role.bringOnline', 'Cluster Group', core)).toBe('Demo1 is down.');
  });

  it('changes nothing when it is online, as in Windows', () => {
    expect(checkOf('role.bringOnline', { role: 'SQL-01' })).toEqual({
      accepted: true,
      unchanged: true,
      effects: ['SQL-01 is already online.'],
    });
  });

  it('refuses a machine that has no room, with the numbers: 5956', () => {
    const full = { nodes: { Demo2: { memoryAvailable: 1024 ** 3 } } };
    const message = 'WEB-01 needs 4 GB of memory and Demo2 has 1 GB free.';
    expect(refusalOf('role.bringOnline', { role: 'WEB-01' }, full)).toEqual([5956, message]);
    expect(reasonAgainst('role.bringOnline', 'WEB-01', full)).toBe(message);
  });

  it('brings nothing online on a paused node: 70', () => {
    expect(refusalOf('role.bringOnline', { role: 'WEB-01' }, { nodes: { Demo2: { state: 'Paused' } } })).toEqual([
      70,
      'Demo2 is paused, so nothing comes online there.',
    ]);
  });

  it('says where it starts', () => {
    expect(effectsOf('role.bringOnline', { role: 'web-01' })).toEqual(['WEB-01 starts on Demo2.']);
    expect(
      effectsOf('role.bringOnline', { role: 'WEB-01' }, { virtualMachines: { 'WEB-01': { state: 'Saved' } } }),
    ).toEqual(['WEB-01 continues on Demo2 from its saved memory.']);
  });
});

describe('Take Offline', () => {
  it('says who notices', () => {
    expect(effectsOf('role.takeOffline', { role: 'FS1' })).toEqual([
      'FS1 goes offline: its clients lose their connections.',
      'It stays offline until it is brought online.',
    ]);
    expect(effectsOf('role.takeOffline', { role: 'SQL-01' })[0]).toContain('SQL-01 is saved');
  });

  it('is not offered for what is offline, moves, or is isolated', () => {
    expect(reasonAgainst('role.takeOffline', 'WEB-01')).toBe('WEB-01 is already offline.');
    expect(reasonAgainst('role.takeOffline', 'SQL-01', migrating)).toBe(
      'SQL-01 is live migrating to Demo2; cancel that first.',
    );
    expect(refusalOf('role.takeOffline', { role: 'SQL-01' }, migrating)[0]).toBe(5908);
    expect(
      refusalOf(
        'role.takeOffline',
        { role: 'SQL-01' },
        { nodes: { Demo1: { state: 'Down', statusInformation: 'Isolated' } } },
      ),
    ).toEqual([5050, 'Demo1 is isolated.']);
  });

  it('warns of what only the core group is for, and keeps the only vote: 5068', () => {
    expect(effectsOf('role.takeOffline', { role: 'Cluster Group' })).toEqual([
      'The name and address of HVCLUSTER go offline: consoles and scripts no longer reach it by its name.',
      'The cluster loses the vote of its witness.',
      'It stays offline until it is brought online.',
    ]);
    expect(refusalOf('role.takeOffline', { role: 'Cluster Group' }, { quorum: { mode: 'diskOnly' } })[0]).toBe(5068);
  });

  it('keeps the core group where the nodes that run have no majority without the witness: 5068', () => {
    const oneLeft = { nodes: { Demo2: { state: 'Down' } }, quorum: { votes: 2, votesNeeded: 2 } } as const;
    const message = 'Without Quorum the cluster would lose its quorum.';
    expect(refusalOf('role.takeOffline', { role: 'Cluster Group' }, oneLeft)).toEqual([5068, message]);
    expect(reasonAgainst('role.takeOffline', 'Cluster Group', oneLeft)).toBe(message);
    expect(reasonAgainst('role.takeOffline', 'FS1', { ...oneLeft, roles: { FS1: { ownerNode: 'Demo1' } } })).toBeNull();
    const forced = { ...oneLeft, quorum: { votes: 1, votesNeeded: 2 } };
    expect(reasonAgainst('role.takeOffline', 'Cluster Group', forced)).toBeNull();
  });
});

describe('Move', () => {
  it('says what clients notice', () => {
    expect(effectsOf('role.move', { role: 'FS1', destination: 'demo1' })).toEqual([
      'FS1 goes offline on Demo2 and comes online on Demo1.',
      'Its clients lose their connections until then, usually for some seconds.',
    ]);
    expect(effectsOf('role.move', { role: 'WEB-01' })).toEqual([
      'WEB-01 is not running and stays so; its owner becomes Demo1.',
    ]);
  });

  it('leaves the choice open where several nodes can take it', () => {
    expect(effectsOf('role.move', { role: 'FS1' }, { nodes: { Demo3: {} } })[0]).toBe(
      'FS1 goes offline on Demo2 and comes online on the best possible node.',
    );
  });

  it('is accepted and does nothing where the role is already ([MS-CMRP] ApiMoveGroupToNode)', () => {
    expect(checkOf('role.move', { role: 'FS1', destination: 'Demo2' })).toMatchObject({
      accepted: true,
      unchanged: true,
    });
  });

  it('is refused to a node that is unknown, down, paused or no possible owner', () => {
    const to = (destination: string, state: 'Up' | 'Down' | 'Paused' = 'Up', possibleOwners: string[] = []): unknown =>
      refusalOf(
        'role.move',
        { role: 'FS1', destination },
        { nodes: { Demo1: { state } }, resources: { LUN7: { possibleOwners } } },
      );
    expect(to('Demo9')).toEqual([5042, 'Demo9 is not a node of HVCLUSTER.']);
    expect(to('Demo1', 'Down')).toEqual([5050, 'Demo1 is down.']);
    expect(to('Demo1', 'Paused')).toEqual([5070, 'Demo1 is paused; resume it first.']);
    expect(to('Demo1', 'Up', ['Demo2'])).toEqual([5016, 'Demo1 is not a possible owner of LUN7.']);
    expect(refusalOf('role.move', { role: 'Nothing' })).toEqual([5013, 'There is no role Nothing in HVCLUSTER.']);
  });

  it('is not offered when no other node can take it, and says why', () => {
    expect(reasonAgainst('role.move', 'SQL-01', { nodes: { Demo2: { state: 'Down' } } })).toBe(
      'Demo1 is the only node that is up.',
    );
    expect(reasonAgainst('role.move', 'SQL-01', { nodes: { Demo2: { state: 'Paused' } } })).toBe(
      'Demo2 is paused; resume it first.',
    );
    expect(
      reasonAgainst('role.move', 'SQL-01', {
        nodes: { Demo2: { state: 'Down' }, Demo3: { memoryAvailable: 1024 ** 3 } },
      }),
    ).toBe('No other node can take SQL-01. Demo2 is down. SQL-01 needs 4 GB of memory and Demo3 has 1 GB free.');
  });
});

describe('Live Migrate', () => {
  it('says that the machine keeps running', () => {
    expect(effectsOf('role.liveMigrate', { role: 'SQL-01' })).toEqual([
      'SQL-01 keeps running while its memory (4 GB) is copied to Demo2.',
      'At the end it stands still for a moment; connections normally survive.',
    ]);
  });

  it('is for running virtual machines', () => {
    expect(reasonAgainst('role.liveMigrate', 'FS1')).toBe('FS1 is not a virtual machine.');
    expect(reasonAgainst('role.liveMigrate', 'WEB-01')).toBe(
      'WEB-01 is off; only a running virtual machine can live migrate.',
    );
    expect(refusalOf('role.liveMigrate', { role: 'WEB-01' })[0]).toBe(5004);
    expect(reasonAgainst('role.liveMigrate', 'SQL-01')).toBeNull();
  });

  it('is refused for want of memory with the numbers: 5957', () => {
    expect(
      refusalOf(
        'role.liveMigrate',
        { role: 'SQL-01', destination: 'Demo2' },
        { nodes: { Demo2: { memoryAvailable: 3.5 * 1024 ** 3 } } },
      ),
    ).toEqual([5957, 'SQL-01 needs 4 GB of memory and Demo2 has 3.5 GB free.']);
  });

  it('is refused while one is under way, to where it is, without a network, and on 2008', () => {
    expect(refusalOf('role.liveMigrate', { role: 'SQL-01' }, migrating)).toEqual([
      5908,
      'SQL-01 is live migrating to Demo2; cancel that first.',
    ]);
    expect(refusalOf('role.liveMigrate', { role: 'SQL-01', destination: 'Demo1' })[1]).toBe(
      'SQL-01 is already on Demo1.',
    );
    const none = { liveMigrationOrder: null };
    expect(refusalOf('role.liveMigrate', { role: 'SQL-01' }, { networks: { Public: none, Private: none } })).toEqual([
      5035,
      'No network is allowed for live migration.',
    ]);
    expect(refusalOf('role.liveMigrate', { role: 'SQL-01' }, { cluster: { release: '2008' } })[1]).toBe(
      'Windows Server 2008 has no live migration.',
    );
  });

  it('waits in words when it is queued', () => {
    const [operation] = migrating.operations;
    const begun = { ...migrating, operations: [{ ...operation, migration: sampleMigration({ step: 0 }) }] };
    const queued = { ...begun, roles: { 'SQL-01': { state: 'Pending', statusInformation: 'Queued' } } } as const;
    expect(reasonAgainst('role.move', 'SQL-01', queued)).toBe(
      'SQL-01 waits to live migrate to Demo2; cancel that first.',
    );
    expect(reasonAgainst('role.move', 'SQL-01', begun)).toBe('SQL-01 is live migrating to Demo2; cancel that first.');
    const open = { ...migrating, operations: [{ ...operation, migration: sampleMigration({ to: '' }) }] };
    expect(reasonAgainst('role.move', 'SQL-01', open)).toBe(
      'SQL-01 is live migrating to another node; cancel that first.',
    );
  });
});

describe('Quick Migrate', () => {
  it('says how long users wait: memory to the disk and back at its rate', () => {
    expect(effectsOf('role.quickMigrate', { role: 'SQL-01' })).toEqual([
      'SQL-01 is saved on Demo1, moves to Demo2 and continues there.',
      'Its users lose their connections for about 64 seconds, while 4 GB of memory go to the disk and back.',
    ]);
    expect(effectsOf('role.quickMigrate', { role: 'SQL-01' }, { disks: { CSV1: { throughput: null } } })[1]).toBe(
      'Its users lose their connections while 4 GB of memory go to the disk and back.',
    );
    expect(reasonAgainst('role.quickMigrate', 'FS1')).toBe('FS1 is not a virtual machine.');
  });
});

describe('Cancel Live Migration', () => {
  it('is offered while the machine is not yet handed over', () => {
    expect(reasonAgainst('role.cancelMigration', 'SQL-01')).toBe('SQL-01 is not live migrating.');
    expect(reasonAgainst('role.cancelMigration', 'SQL-01', migrating)).toBeNull();
    expect(effectsOf('role.cancelMigration', { role: 'SQL-01' }, migrating)).toEqual([
      'SQL-01 stays on Demo1 and keeps running.',
    ]);
    const waiting = { roles: { 'SQL-01': { state: 'Pending', statusInformation: 'Queued' } } } as const;
    expect(reasonAgainst('role.cancelMigration', 'SQL-01', waiting)).toBeNull();
    const late = { ...migrating, operations: [{ ...migrating.operations[0], cancel: null }] };
    expect(reasonAgainst('role.cancelMigration', 'SQL-01', late)).toBe(
      'SQL-01 is just being handed over to Demo2; it is too late to cancel.',
    );
  });
});

describe('Remove', () => {
  it('says that a virtual machine stays, and what of another role is lost', () => {
    expect(effectsOf('role.remove', { role: 'SQL-01' })).toEqual([
      'SQL-01 is no longer highly available: when Demo1 fails, it stays down.',
      'The virtual machine itself stays on Demo1, with its files, and keeps its state.',
    ]);
    expect(effectsOf('role.remove', { role: 'FS1' })).toEqual([
      'FS1 goes offline and is removed with its 3 resources: settings, names and addresses are lost.',
      'LUN7 goes to Available Storage; what is on it stays.',
    ]);
  });

  it('is not for the core groups (5026) nor for what moves (5908)', () => {
    expect(refusalOf('role.remove', { role: 'Cluster Group' })).toEqual([
      5026,
      'Cluster Group belongs to the cluster itself.',
    ]);
    expect(refusalOf('role.remove', { role: 'SQL-01' }, migrating)[0]).toBe(5908);
  });
});

describe('policies of a role', () => {
  it('Set Priority', () => {
    expect(checkOf('role.setPriority', { role: 'SQL-01', priority: 'medium' })).toMatchObject({ unchanged: true });
    expect(effectsOf('role.setPriority', { role: 'SQL-01', priority: 'noAutoStart' })[1]).toBe(
      'After a failure it stays offline until it is brought online by hand.',
    );
    expect(reasonAgainst('role.setPriority', 'SQL-01', { cluster: { release: '2008R2' } })).toBe(
      'Windows Server 2008 R2 has no priority of roles.',
    );
    expect(reasonAgainst('role.setPriority', 'Cluster Group')).toContain('belongs to the cluster');
  });

  it('Set Preferred Owners', () => {
    expect(effectsOf('role.setPreferredOwners', { role: 'SQL-01', preferredOwners: ['Demo2', 'Demo1'] })[0]).toBe(
      'SQL-01 prefers Demo2, then Demo1.',
    );
    expect(refusalOf('role.setPreferredOwners', { role: 'SQL-01', preferredOwners: ['Demo2', 'DEMO2'] })[1]).toBe(
      'DEMO2 is named twice.',
    );
    expect(refusalOf('role.setPreferredOwners', { role: 'SQL-01', preferredOwners: ['Demo9'] })[0]).toBe(5042);
  });

  it('Set Failover', () => {
    const describe_ = (failover: { threshold?: number; period?: number }): string =>
      catalogue['role.setFailover'].describe({ role: 'SQL-01', failover });
    expect(describe_({ threshold: 2, period: 21_600_000 })).toBe('Allow SQL-01 2 failovers in 6 hours');
    expect(describe_({ threshold: 1 })).toBe('Allow SQL-01 1 failover');
    expect(describe_({ period: 3_600_000 })).toBe('Set the failover period of SQL-01 to 1 hour');
    expect(effectsOf('role.setFailover', { role: 'SQL-01', failover: { threshold: 2 } })).toEqual([
      'SQL-01 may fail over 2 times in 6 hours; after that it stays Failed.',
    ]);
    expect(refusalOf('role.setFailover', { role: 'SQL-01', failover: {} })[1]).toBe('There is nothing to change.');
  });

  it('Set Failback', () => {
    expect(effectsOf('role.setFailback', { role: 'SQL-01', failback: 'immediate' })[0]).toContain(
      'has no preferred owner',
    );
    expect(
      effectsOf(
        'role.setFailback',
        { role: 'SQL-01', failback: { from: 22, to: 5 } },
        { roles: { 'SQL-01': { preferredOwners: ['Demo1'] } } },
      ),
    ).toEqual(['SQL-01 moves back to Demo1 between 22:00 and 05:00.']);
  });

  it('Set Anti-Affinity', () => {
    expect(
      effectsOf(
        'role.setAntiAffinity',
        { role: 'SQL-01', antiAffinity: ['SQL'] },
        { roles: { 'WEB-01': { antiAffinityClassNames: ['SQL'] } } },
      )[0],
    ).toBe('SQL-01 goes to another node than WEB-01 while there is one.');
  });
});

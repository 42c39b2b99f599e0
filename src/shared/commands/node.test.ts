import { describe, expect, it } from 'vitest';
import { checkOf, effectsOf, reasonAgainst, refusalOf } from '../../../tests/support/command-answers';

const down = { nodes: { Demo2: { state: 'Down' } } } as const;
const paused = { nodes: { Demo1: { state: 'Paused' } } } as const;
const old = { cluster: { release: '2008R2' } } as const;

describe('Pause', () => {
  it('is offered for nodes that are up', () => {
    expect(reasonAgainst('node.pause', 'Demo1')).toBeNull();
    expect(reasonAgainst('node.pause', 'Demo1', paused)).toBe('Demo1 is already paused.');
    expect(reasonAgainst('node.pause', 'Demo2', down)).toBe('Demo2 is down.');
    expect(reasonAgainst('node.pause', 'Demo2', { nodes: { Demo2: { state: 'Joining' } } })).toBe(
      'Demo2 is still joining the cluster.',
    );
  });

  it('without drain leaves the roles there, and is accepted again on a paused node', () => {
    expect(effectsOf('node.pause', { node: 'Demo1', drain: false })).toEqual([
      '1 role on Demo1 stays there and keeps running.',
      'No role comes to Demo1, and none comes online there, until it is resumed.',
    ]);
    expect(checkOf('node.pause', { node: 'Demo1', drain: false }, paused)).toMatchObject({ unchanged: true });
  });

  it('with drain says what moves where, by the priority of each role', () => {
    expect(
      effectsOf(
        'node.pause',
        { node: 'Demo1', drain: true },
        {
          roles: {
            'LOW-01': { priority: 1000 },
            'OFF-01': { state: 'Offline' },
            FS1: { ownerNode: 'Demo1' },
            'Available Storage': { ownerNode: 'Demo2' },
          },
        },
      ),
    ).toEqual([
      'SQL-01 live migrates to Demo2.',
      'LOW-01 quick migrates to Demo2.',
      'Cluster Group and FS1 move to Demo2.',
      'OFF-01 moves, staying offline, to Demo2.',
      'No role comes to Demo1 until it is resumed.',
    ]);
  });

  it('with drain says what cannot move and why', () => {
    const full = { nodes: { Demo2: { memoryAvailable: 2 * 1024 ** 3 } } };
    expect(effectsOf('node.pause', { node: 'Demo1', drain: true }, full)).toEqual([
      'Cluster Group and Available Storage move to Demo2.',
      'SQL-01 cannot move: SQL-01 needs 4 GB of memory and Demo2 has 2 GB free.',
      'The drain of Demo1 fails for 1 role: what cannot move stays there and keeps its state.',
      'No role comes to Demo1 until it is resumed.',
    ]);
    expect(effectsOf('node.pause', { node: 'Demo1', drain: true }, down)[0]).toBe(
      'Cluster Group cannot move: Demo2 is down.',
    );
  });

  it('takes the memory that one machine gets from the next', () => {
    const effects = effectsOf(
      'node.pause',
      { node: 'Demo1', drain: true },
      {
        roles: { 'SQL-02': {} },
        virtualMachines: { 'SQL-02': {} },
        nodes: { Demo2: { memoryAvailable: 6 * 1024 ** 3 } },
      },
    );
    expect(effects).toContain('SQL-01 live migrates to Demo2.');
    expect(effects).toContain('SQL-02 cannot move: SQL-02 needs 4 GB of memory and Demo2 has 2 GB free.');
  });

  it('with several nodes to choose from says that the choice is expected', () => {
    const effects = effectsOf(
      'node.pause',
      { node: 'Demo1', drain: true },
      { nodes: { Demo3: { memoryAvailable: 60 * 1024 ** 3 } } },
    );
    expect(effects[0]).toBe('SQL-01 live migrates to the best possible node, probably Demo3.');
  });

  it('stays short for many roles', () => {
    const names = Array.from({ length: 125 }, (_, index) => `VM-${index}`);
    const effects = effectsOf(
      'node.pause',
      { node: 'Demo1', drain: true },
      { roles: Object.fromEntries(names.map((name) => [name, {}])) },
    );
    expect(effects[0]).toBe('SQL-01, VM-0, VM-1 and 123 more live migrate to Demo2.');
    const stuck = effectsOf(
      'node.pause',
      { node: 'Demo1', drain: true },
      { roles: Object.fromEntries(names.map((name) => [name, {}])), ...down },
    );
    expect(stuck.length).toBeLessThan(8);
    expect(stuck).toContain('125 more roles cannot move either.');
  });

  it('with drain is refused while one runs, to a bad destination, and before 2012', () => {
    const to = (destination: string, state: 'Up' | 'Down' | 'Paused' = 'Up'): unknown =>
      refusalOf('node.pause', { node: 'Demo1', drain: true, destination }, { nodes: { Demo2: { state } } })[0];
    expect(to('Demo2', 'Down')).toBe(5050);
    expect(to('Demo2', 'Paused')).toBe(5070);
    expect(to('Demo9')).toBe(5042);
    expect(to('Demo1')).toBeNull();
    expect(
      refusalOf('node.pause', { node: 'Demo1', drain: true }, { nodes: { Demo1: { drainStatus: 'InProgress' } } }),
    ).toEqual([5962, 'Demo1 is already being drained.']);
    expect(refusalOf('node.pause', { node: 'Demo1', drain: true }, old)[1]).toContain(
      'Windows Server 2008 R2 has no drain',
    );
    expect(refusalOf('node.pause', { node: 'Demo2', drain: true }, down)).toEqual([5050, 'Demo2 is down.']);
  });
});

describe('Resume', () => {
  it('is for paused nodes: 5058, 5050', () => {
    expect(reasonAgainst('node.resume', 'Demo1')).toBe('Demo1 is not paused.');
    expect(refusalOf('node.resume', { node: 'Demo1' })[0]).toBe(5058);
    expect(refusalOf('node.resume', { node: 'Demo2' }, down)[0]).toBe(5050);
    expect(reasonAgainst('node.resume', 'Demo1', paused)).toBeNull();
  });

  it('says whether roles come back', () => {
    expect(effectsOf('node.resume', { node: 'Demo1' }, paused)).toEqual([
      'Demo1 takes roles again.',
      'Nothing moves back by itself.',
    ]);
    expect(effectsOf('node.resume', { node: 'Demo1', failback: 'immediate' }, paused)[1]).toBe(
      'The roles that were drained from it move back at once.',
    );
    expect(refusalOf('node.resume', { node: 'Demo1', failback: 'immediate' }, { ...paused, ...old })[1]).toContain(
      'Windows Server 2008 R2 has no drain',
    );
  });
});

describe('Start Cluster Service', () => {
  it('is for nodes that do not run it', () => {
    expect(reasonAgainst('node.startService', 'Demo1')).toBe('The cluster service already runs on Demo1.');
    expect(reasonAgainst('node.startService', 'Demo2', down)).toBeNull();
    expect(effectsOf('node.startService', { node: 'Demo1' })).toEqual(['The cluster service already runs on Demo1.']);
  });

  it('warns of forcing the quorum, of quarantine, and refuses contradictions', () => {
    expect(
      effectsOf(
        'node.startService',
        { node: 'Demo2', forceQuorum: true },
        { ...down, cluster: { state: 'Stopped' }, quorum: { state: 'Lost' } },
      ),
    ).toEqual([
      'Demo2 starts HVCLUSTER without quorum, with the configuration it has itself.',
      'Be sure that no other node runs the cluster unseen: the same roles and disks would come online twice.',
      'Nodes that start later join it and lose what they changed meanwhile.',
    ]);
    const quarantined = { nodes: { Demo2: { state: 'Down', statusInformation: 'Quarantined' } } } as const;
    expect(effectsOf('node.startService', { node: 'Demo2' }, quarantined).join(' ')).toContain('is in quarantine');
    expect(
      effectsOf('node.startService', { node: 'Demo2', clearQuarantine: true }, quarantined).join(' '),
    ).not.toContain('is in quarantine');
    expect(
      refusalOf('node.startService', { node: 'Demo2', forceQuorum: true, preventQuorum: true }, down)[1],
    ).toContain('exclude each other');
  });
});

describe('Stop Cluster Service', () => {
  it('says what moves away first', () => {
    expect(effectsOf('node.stopService', { node: 'Demo2' })).toEqual([
      'FS1 moves to Demo1.',
      'WEB-01 moves, staying offline, to Demo1.',
      'Demo2 leaves HVCLUSTER until the cluster service is started again.',
    ]);
  });

  it('is quick before 2012, where no machine live migrates by itself', () => {
    expect(effectsOf('node.stopService', { node: 'Demo1' }, old)[0]).toBe('SQL-01 quick migrates to Demo2.');
  });

  it('is refused for the last node, which would end the quorum', () => {
    expect(refusalOf('node.stopService', { node: 'Demo1' }, down)).toEqual([
      5925,
      'Demo1 is the only node that is up.',
    ]);
    expect(reasonAgainst('node.stopService', 'Demo1', down)).toBe('Demo1 is the only node that is up.');
    expect(effectsOf('node.stopService', { node: 'Demo2' }, down)).toEqual([
      'Demo2 is down. If its cluster service waits for the cluster there, it stops.',
    ]);
  });
});

describe('Evict, Add Node and Set Vote', () => {
  it('Evict says what is lost and what moves', () => {
    expect(effectsOf('node.evict', { node: 'Demo2' })).toEqual([
      'Demo2 leaves HVCLUSTER for good: its cluster configuration is deleted, and its vote is gone.',
      'FS1 moves to Demo1.',
      'WEB-01 moves, staying offline, to Demo1.',
      'It disappears from all lists of owners. To have it back, use Add Node.',
    ]);
    expect(effectsOf('node.evict', { node: 'Demo2' }, down).join(' ')).toContain('Clear-ClusterNode');
    const only = { resources: { LUN7: { possibleOwners: ['demo2'] } } };
    expect(effectsOf('node.evict', { node: 'Demo2' }, only).at(-1)).toBe(
      'FS1 may run on every node then: Demo2 was the only possible owner.',
    );
    expect(reasonAgainst('node.evict', 'Demo1', down)).toBe('Demo1 is the only node that is up.');
    expect(refusalOf('node.evict', { node: 'Demo9' })).toEqual([5042, 'Demo9 is not a node of HVCLUSTER.']);
  });

  it('Add Node refuses members', () => {
    expect(refusalOf('node.add', { node: 'demo2' })).toEqual([5065, 'Demo2 is already a node of HVCLUSTER.']);
    expect(effectsOf('node.add', { node: 'Demo3' })[0]).toBe('Demo3 joins HVCLUSTER and gets its configuration.');
  });

  it('Set Vote counts what is left and keeps the last one', () => {
    expect(effectsOf('node.setVote', { node: 'Demo2', vote: 0 })).toEqual([
      'Demo2 no longer counts for the quorum.',
      '1 node and Quorum can vote then.',
    ]);
    expect(checkOf('node.setVote', { node: 'Demo2', vote: 1 })).toMatchObject({ unchanged: true });
    expect(
      refusalOf(
        'node.setVote',
        { node: 'Demo1', vote: 0 },
        { nodes: { Demo2: { nodeWeight: 0 } }, quorum: { mode: 'nodeMajority', witness: null } },
      )[0],
    ).toBe(5954);
  });
});

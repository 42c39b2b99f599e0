import { describe, expect, it } from 'vitest';
import { checkOf, effectsOf, reasonAgainst, refusalOf } from '../../../tests/support/command-answers';
import type { RawInput } from '../../../tests/support/command-samples';
import { sampleMigration, sampleOperation } from '../../../tests/support/sample-snapshot';

const migrating = {
  operations: [
    sampleOperation({
      command: 'role.liveMigrate',
      target: { kind: 'role', name: 'SQL-01' },
      migration: sampleMigration(),
    }),
  ],
};

describe('Start', () => {
  it('is offered for what is off, saved or paused', () => {
    expect(reasonAgainst('vm.start', 'SQL-01')).toBe('SQL-01 is already running.');
    expect(reasonAgainst('vm.start', 'TEST-01')).toBeNull();
    expect(reasonAgainst('vm.start', 'TEST-01', { virtualMachines: { 'TEST-01': { state: 'Starting' } } })).toBe(
      'TEST-01 is starting; wait until that is done.',
    );
    expect(checkOf('vm.start', { vm: 'SQL-01' })).toMatchObject({ unchanged: true });
  });

  it('is refused without room (5956), on a host that is down (5050), and by a paused node when clustered (70)', () => {
    expect(refusalOf('vm.start', { vm: 'TEST-01' }, { nodes: { Demo1: { memoryAvailable: 0 } } })).toEqual([
      5956,
      'TEST-01 needs 4 GB of memory and Demo1 has none free.',
    ]);
    expect(refusalOf('vm.start', { vm: 'TEST-01' }, { nodes: { Demo1: { state: 'Down' } } })).toEqual([
      5050,
      'Demo1 is down.',
    ]);
    const paused = { nodes: { Demo1: { state: 'Paused' }, Demo2: { state: 'Paused' } } } as const;
    expect(refusalOf('vm.start', { vm: 'WEB-01' }, paused)[0]).toBe(70);
    expect(reasonAgainst('vm.start', 'TEST-01', paused)).toBeNull();
  });

  it('needs a running cluster only for clustered machines', () => {
    const lost = { cluster: { state: 'Stopped' }, quorum: { state: 'Lost' } } as const;
    expect(reasonAgainst('vm.start', 'WEB-01', lost)).toBe('HVCLUSTER is stopped.');
    expect(reasonAgainst('vm.start', 'TEST-01', lost)).toBeNull();
  });
});

describe('Shut Down, Turn Off and Save', () => {
  it('say what is lost', () => {
    expect(effectsOf('vm.shutDown', { vm: 'SQL-01' })).toEqual([
      'The operating system of SQL-01 shuts down; its users lose their connections.',
      'The cluster does not start it again by itself.',
    ]);
    expect(effectsOf('vm.turnOff', { vm: 'SQL-01' })[0]).toBe(
      'The power of SQL-01 is cut: whatever it has not written to disk is lost, and files can be damaged.',
    );
    expect(effectsOf('vm.save', { vm: 'SQL-01' })[0]).toBe(
      '4 GB of memory of SQL-01 go to the disk, then it stops; its users lose their connections.',
    );
  });

  it('say when the guest does not answer', () => {
    const silent = { virtualMachines: { 'SQL-01': { heartbeat: 'LostCommunication' } } } as const;
    expect(effectsOf('vm.shutDown', { vm: 'SQL-01' }, silent)[1]).toContain('Turn Off always does');
  });

  it('are for running machines that do not move', () => {
    for (const command of ['vm.shutDown', 'vm.turnOff', 'vm.save'] as const) {
      expect(reasonAgainst(command, 'TEST-01')).toBe('TEST-01 is off.');
      expect(reasonAgainst(command, 'SQL-01')).toBeNull();
      expect(refusalOf(command, { vm: 'SQL-01' }, migrating)).toEqual([
        5908,
        'SQL-01 is live migrating to Demo2; wait until that is done.',
      ]);
    }
    expect(checkOf('vm.turnOff', { vm: 'TEST-01' })).toMatchObject({ unchanged: true });
  });

  it('the power can be cut while a machine hangs in starting', () => {
    const starting = { virtualMachines: { 'SQL-01': { state: 'Starting' } } } as const;
    expect(reasonAgainst('vm.shutDown', 'SQL-01', starting)).toContain('is starting');
    expect(reasonAgainst('vm.turnOff', 'SQL-01', starting)).toBeNull();
  });
});

describe('processors and memory of a virtual machine', () => {
  it('change while it is off', () => {
    expect(effectsOf('vm.setProcessors', { vm: 'TEST-01', processors: 16 })[0]).toBe(
      'TEST-01 has 16 processors when it starts next.',
    );
    expect(effectsOf('vm.setMemory', { vm: 'TEST-01', memory: 128 * 1024 ** 3 })).toEqual([
      'TEST-01 has 128 GB of memory when it starts next.',
      expect.stringMatching(/^Demo\d has \d+ GB of memory free: it could not start there now\.$/),
    ]);
    expect(refusalOf('vm.setProcessors', { vm: 'SQL-01', processors: 16 })).toEqual([5023, 'SQL-01 is running.']);
    const saved = { virtualMachines: { 'TEST-01': { state: 'Saved' } } } as const;
    expect(refusalOf('vm.setMemory', { vm: 'TEST-01', memory: 1 }, saved)).toEqual([5023, 'TEST-01 is saved.']);
  });
});

describe('New Virtual Machine', () => {
  const input = { node: 'Demo1', name: 'NEW-01', memory: 4 * 1024 ** 3, processors: 2, disk: 'CSV1' };

  it('says what it makes, and that it could not start', () => {
    expect(effectsOf('vm.create', input)[0]).toBe(
      'NEW-01 is created on Demo1 with 4 GB of memory and 2 processors, its files on CSV1. It is off.',
    );
    expect(effectsOf('vm.create', { ...input, memory: 128 * 1024 ** 3 })[1]).toBe(
      'Demo1 has 56 GB of memory free: it could not start there now.',
    );
  });

  it('refuses a taken name, a node that is down, and a disk that is not for machines', () => {
    expect(refusalOf('vm.create', { ...input, name: 'sql-01' })).toEqual([
      5010,
      'There already is a virtual machine SQL-01.',
    ]);
    expect(refusalOf('vm.create', input, { nodes: { Demo1: { state: 'Down' } } })[0]).toBe(5050);
    expect(refusalOf('vm.create', { ...input, disk: 'Quorum' })).toEqual([5965, 'Quorum is the witness.']);
    expect(refusalOf('vm.create', { ...input, disk: 'CSV1' }, { disks: { CSV1: { state: 'Failed' } } })[0]).toBe(5004);
  });
});

describe('Move Virtual Machine Storage', () => {
  it('moves files while the machine runs, from 2012 on', () => {
    const other = { disks: { CSV2: { use: 'SharedVolume' } } } as const;
    expect(effectsOf('vm.migrateStorage', { vm: 'SQL-01', disk: 'CSV2' }, other)).toEqual([
      'The files of SQL-01 are copied to CSV2, then deleted where they are now.',
      'It keeps running.',
    ]);
    expect(checkOf('vm.migrateStorage', { vm: 'SQL-01', disk: 'csv1' })).toMatchObject({ unchanged: true });
    expect(reasonAgainst('vm.migrateStorage', 'SQL-01', { cluster: { release: '2008R2' } })).toBe(
      'Windows Server 2008 R2 has no storage migration.',
    );
  });
});

describe('Configure a Service or Application, for a virtual machine', () => {
  it('is offered for machines that are not clustered', () => {
    expect(reasonAgainst('role.createVirtualMachine', 'TEST-01')).toBeNull();
    expect(reasonAgainst('role.createVirtualMachine', 'SQL-01')).toBe('SQL-01 is already highly available.');
    expect(reasonAgainst('role.createVirtualMachine', 'TEST-01', { roles: { 'TEST-01': {} } })).toBe(
      'There already is a role TEST-01.',
    );
  });

  it('says that the role needs to be started', () => {
    expect(effectsOf('role.createVirtualMachine', { vm: 'TEST-01' })).toEqual([
      'TEST-01 becomes a role on Demo1.',
      'It is offline and needs to be started with Bring Online.',
    ]);
  });

  it('may run from 2012 on, not before', () => {
    const running = { virtualMachines: { 'TEST-01': { state: 'Running' } } } as const;
    expect(effectsOf('role.createVirtualMachine', { vm: 'TEST-01' }, running)).toContain('It keeps running.');
    expect(
      refusalOf('role.createVirtualMachine', { vm: 'TEST-01' }, { ...running, cluster: { release: '2008R2' } })[1],
    ).toBe('TEST-01 is running; save it or shut it down first.');
  });

  it('looks at where its files are', () => {
    const on = (disks: string[]) => ({ virtualMachines: { 'TEST-01': { disks } } });
    expect(reasonAgainst('role.createVirtualMachine', 'TEST-01', on(['NewDisk']))).toBe(
      'Its files are on NewDisk, which is not in the cluster.',
    );
    expect(effectsOf('role.createVirtualMachine', { vm: 'TEST-01' }, on(['Spare']))).toContain(
      'Spare goes from Available Storage to it.',
    );
    expect(effectsOf('role.createVirtualMachine', { vm: 'TEST-01' }, on([]))).toContain(
      'Its files are on no disk of the cluster: it can run on this node only.',
    );
  });
});

describe('Configure a Service or Application, for the other types', () => {
  it('says what the role gets', () => {
    expect(
      effectsOf('role.create', { type: 'fileServer', name: 'FS2', disks: ['Spare'], address: '192.168.100.61' }),
    ).toEqual([
      'FS2 is created and brought online.',
      'It gets Spare from Available Storage; what is there stays.',
      'Clients reach it as FS2 at 192.168.100.61.',
    ]);
  });

  it('waits for the node that has Available Storage, unless another one is named: 5050', () => {
    const input: RawInput<'role.create'> = {
      type: 'fileServer',
      name: 'FS2',
      disks: ['Spare'],
      address: '192.168.100.61',
    };
    const down = { nodes: { Demo1: { state: 'Down' } } } as const;
    expect(refusalOf('role.create', input, down)).toEqual([5050, 'The owner of Available Storage, Demo1, is down.']);
    expect(effectsOf('role.create', { ...input, owner: 'Demo2' }, down)[0]).toBe(
      'FS2 is created on Demo2 and brought online.',
    );
  });

  it('refuses what is missing, taken or in use', () => {
    const refused = (input: RawInput<'role.create'>) => refusalOf('role.create', input);
    expect(refused({ type: 'fileServer', name: 'FS2' })).toEqual([null, 'File Server needs a disk of its own.']);
    expect(refused({ type: 'genericService', name: 'Q' })).toEqual([
      null,
      'Generic Service needs the name of a service.',
    ]);
    expect(refused({ type: 'other', name: 'fs1' })).toEqual([5010, 'There already is a role FS1.']);
    expect(refused({ type: 'fileServer', name: 'FS2', disks: ['LUN7'] })).toEqual([5965, 'LUN7 is used by FS1.']);
    expect(refused({ type: 'other', name: 'X', address: '192.168.100.60' })).toEqual([
      5057,
      '192.168.100.60 is already used by FS1.',
    ]);
    expect(refused({ type: 'other', name: 'X', address: '192.168.100.50' })[1]).toBe(
      '192.168.100.50 is already used by HVCLUSTER.',
    );
    expect(refused({ type: 'other', name: 'X', owner: 'Demo9' })).toEqual([5042, 'Demo9 is not a node of HVCLUSTER.']);
  });
});

import { describe, expect, it } from 'vitest';
import {
  sampleMachine,
  sampleMigration,
  sampleNode,
  sampleResource,
  sampleRole,
  sampleOperation,
  GB,
  MB,
} from '../../../../tests/support/sample-objects';
import type { RoleFacts } from './role-facts';
import { roleInformation } from './role-information';

const calm: RoleFacts = {
  role: sampleRole('SQL-01'),
  machine: sampleMachine('SQL-01'),
  resources: [],
  owner: sampleNode('Demo1'),
  operation: undefined,
};

function sentence(facts: Partial<RoleFacts>): string {
  return roleInformation({ ...calm, ...facts }, 'simulated').text;
}

describe('roleInformation', () => {
  it('says nothing of what is well', () => {
    expect(sentence({})).toBe('');
  });

  it('tells the pass of a live migration and how long it still takes', () => {
    const current = { pass: 3, bytes: 286 * MB, copied: 186 * MB, rate: 112 * MB };
    const passes = [
      { bytes: 8 * GB, duration: 73_000 },
      { bytes: 1.6 * GB, duration: 14_000 },
    ];
    const migration = sampleMigration({ passes, current, maximumPasses: 10 });
    const progress = { percent: 74, text: '', remaining: 2400 };
    expect(sentence({ operation: sampleOperation({ migration, progress }) })).toBe(
      'Pass 3 of 10 · 186 of 286 MB · 2.4 s left',
    );
  });

  it('says what a queued migration waits for', () => {
    const operation = sampleOperation({ migration: sampleMigration({ step: 0 }) });
    const role = sampleRole('SQL-01', { state: 'Pending', statusInformation: 'Queued' });
    expect(sentence({ role, operation })).toBe('Waits for a free migration slot on Demo1 and Demo2');
    const chosen = sampleOperation({ migration: sampleMigration({ step: 0, to: '' }) });
    expect(sentence({ role, operation: chosen })).toBe('Waits for a free migration slot on Demo1');
  });

  it('says no step of a migration that the cluster began by itself and that only waits', () => {
    const progress = { percent: 0, text: 'Setting up on the destination', remaining: null };
    const drained = sampleOperation({ command: 'role.liveMigrate', initiator: 'cluster', migration: null, progress });
    const queued = sampleRole('SQL-01', { state: 'Pending', statusInformation: 'Queued' });
    expect(sentence({ role: queued, operation: drained })).toBe('Waits for a free migration slot');
    const role = sampleRole('SQL-01', { state: 'Pending' });
    expect(sentence({ role, operation: drained })).toBe('Setting up on the destination');
  });

  it('tells what a real cluster tells of a live migration, which are neither passes nor a destination it chose itself', () => {
    const unknown = { to: '', passes: [], current: null, bytes: 0 };
    const copying = { percent: 16, text: 'Copying memory', remaining: null };
    const told = (step: 0 | 1 | 2) =>
      sentence({ operation: sampleOperation({ migration: sampleMigration({ ...unknown, step }), progress: copying }) });
    expect([told(0), told(1), told(2)]).toEqual(['Starting…', 'Connects to the destination', 'Copying memory · 16 %']);
  });

  it('gives the reason of the resource that failed', () => {
    const role = sampleRole('SQL-01', { state: 'Failed' });
    const reason = 'Its disk LUN7 is offline. Bring the disk online first.';
    const resources = [
      sampleResource('Virtual Machine Configuration SQL-01', { state: 'Offline' }),
      sampleResource('Virtual Machine SQL-01', { state: 'Failed', statusReason: reason }),
    ];
    expect(roleInformation({ ...calm, role, resources }, 'simulated')).toEqual({ text: reason, wrong: true });
  });

  it('says by when the machines of an isolated node fail over', () => {
    const role = sampleRole('SQL-01', { statusInformation: 'Unmonitored' });
    const owner = sampleNode('Demo1', { statusInformation: 'Isolated', statusUntil: 432_000 });
    expect(sentence({ role, owner })).toBe(
      'Demo1 is isolated: fails over at Day 1, 00:07:12 at the latest if it does not return',
    );
  });

  it('gives the numbers when there is no room', () => {
    const reason = 'No node has room: 16 GB needed, Demo2 has 5.2 GB free';
    const role = sampleRole('SQL-01', {
      state: 'Offline',
      statusInformation: 'PhysicalResourcesLacking',
      statusReason: reason,
    });
    expect(roleInformation({ ...calm, role }, 'simulated')).toEqual({ text: reason, wrong: true });
    expect(sentence({ role: { ...role, statusReason: null } })).toContain('4 GB');
  });

  it('says what an offline machine needs', () => {
    const role = sampleRole('SQL-01', { state: 'Offline' });
    expect(sentence({ role, machine: sampleMachine('SQL-01', { state: 'Off' }) })).toBe('Needs to be started');
    expect(sentence({ role, machine: sampleMachine('SQL-01', { state: 'Saved' }) })).toContain(
      'goes on where it stopped',
    );
  });

  it('names what is offline in a partially online role', () => {
    const role = sampleRole('FS', { state: 'PartialOnline', groupType: 'FileServer' });
    const resources = [sampleResource('FS', { state: 'Offline' }), sampleResource('Disk 1')];
    expect(sentence({ role, resources, machine: undefined })).toBe('FS is offline');
  });

  it('tells of a guest that does not answer', () => {
    const machine = sampleMachine('SQL-01', { heartbeat: 'LostCommunication' });
    expect(roleInformation({ ...calm, machine }, 'simulated').wrong).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import {
  sampleMachine,
  sampleMigration,
  sampleResource,
  sampleRole,
  sampleOperation,
} from '../../../../tests/support/sample-objects';
import type { RoleFacts } from './role-facts';
import { ownerInWords, roleStatus } from './role-status';

const calm: RoleFacts = {
  role: sampleRole('SQL-01'),
  machine: sampleMachine('SQL-01'),
  resources: [],
  owner: undefined,
  operation: undefined,
};

describe('roleStatus', () => {
  it('says Live migrating while it begins and moves, and Queued only when the cluster says that it waits for a slot', () => {
    const role = sampleRole('SQL-01', { state: 'Pending' });
    const moving = sampleOperation({ migration: sampleMigration({ step: 2 }) });
    const waiting = sampleOperation({ migration: sampleMigration({ step: 0 }) });
    expect(roleStatus({ ...calm, role, operation: moving }).text).toBe('Live migrating');
    expect(roleStatus({ ...calm, role, operation: waiting }).text).toBe('Live migrating');
    const queued = sampleRole('SQL-01', { state: 'Pending', statusInformation: 'Queued' });
    expect(roleStatus({ ...calm, role: queued, operation: waiting }).text).toBe('Queued');
  });

  it('knows what a real cluster moves by itself, without more of the migration than that', () => {
    const role = sampleRole('SQL-01', { state: 'Pending' });
    const drained = sampleOperation({ command: 'role.liveMigrate', initiator: 'cluster', migration: null });
    expect(roleStatus({ ...calm, role, operation: drained }).text).toBe('Live migrating');
    const queued = sampleRole('SQL-01', { state: 'Pending', statusInformation: 'Queued' });
    expect(roleStatus({ ...calm, role: queued, operation: drained }).text).toBe('Queued');
  });

  it('names the phase of a quick migration by what the machine does', () => {
    const role = sampleRole('SQL-01', { state: 'Pending' });
    const operation = sampleOperation({ migration: sampleMigration({ kind: 'quick', step: 0 }) });
    const facts = { ...calm, role, operation };
    expect(roleStatus({ ...facts, machine: sampleMachine('SQL-01', { state: 'Saving' }) }).text).toBe('Saving');
    expect(roleStatus({ ...facts, machine: sampleMachine('SQL-01', { state: 'Saved' }) }).text).toBe('Quick migrating');
    expect(roleStatus({ ...facts, machine: sampleMachine('SQL-01', { state: 'Resuming' }) }).text).toBe('Restoring');
  });

  it('puts what is wrong before the state Online', () => {
    const unmonitored = sampleRole('SQL-01', { statusInformation: 'Unmonitored' });
    expect(roleStatus({ ...calm, role: unmonitored })).toEqual({ tone: 'warn', text: 'Unmonitored' });
    const machine = sampleMachine('SQL-01', { state: 'PausedCritical' });
    expect(roleStatus({ ...calm, machine })).toEqual({ tone: 'error', text: 'Paused-Critical' });
  });

  it('tells the direction of a pending role', () => {
    const role = sampleRole('FS', { groupType: 'FileServer', state: 'Pending' });
    const resources = [sampleResource('FS', { state: 'OfflinePending' })];
    expect(roleStatus({ ...calm, machine: undefined, role, resources }).text).toBe('Offline pending');
  });

  it.each([
    ['Online', 'ok', 'Online'],
    ['Offline', 'off', 'Offline'],
    ['Failed', 'error', 'Failed'],
    ['PartialOnline', 'warn', 'Partially online'],
  ] as const)('words %s', (state, tone, text) => {
    expect(roleStatus({ ...calm, role: sampleRole('SQL-01', { state }) })).toEqual({ tone, text });
  });
});

it('shows both ends while a machine moves', () => {
  expect(ownerInWords({ ...calm, operation: sampleOperation({ migration: sampleMigration() }) })).toBe('Demo1 → Demo2');
  expect(ownerInWords(calm)).toBe('Demo1');
});

import { describe, expect, it } from 'vitest';
import { sampleMachine, sampleRole } from '../../../../tests/support/sample-objects';
import { machineProperties, roleProperties } from './role-properties';

const nothing = { resources: [], owner: undefined, operation: undefined, machine: undefined } as const;

describe('what a role says of guest clusters', () => {
  it('names the guest cluster that has it, whose machine owns it', () => {
    const role = sampleRole('App', { groupType: 'GenericService', guestCluster: 'APPCL', ownerNode: 'SQL-01' });
    const properties = roleProperties({ ...nothing, role }, 'simulated');
    expect(properties).toContainEqual({ label: 'Guest cluster', value: 'APPCL' });
    expect(properties).toContainEqual({ label: 'Owner node', value: 'SQL-01' });
  });

  it('names the guest cluster of which its machine is a node', () => {
    const role = sampleRole('SQL-01');
    const machine = sampleMachine('SQL-01', { guestCluster: 'APPCL' });
    expect(machineProperties({ ...nothing, role, machine })).toContainEqual({ label: 'Guest cluster', value: 'APPCL' });
    expect(machineProperties({ ...nothing, role, machine: sampleMachine('SQL-01') })).not.toContainEqual(
      expect.objectContaining({ label: 'Guest cluster' }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { checkOf, effectsOf, reasonAgainst, refusalOf } from '../../../tests/support/command-answers';

const guest = { guestCluster: 'APPCL', heartbeat: 'OkApplicationsHealthy' } as const;
const guests = {
  roles: { App: { groupType: 'GenericService', guestCluster: 'APPCL', ownerNode: 'SQL-01' } },
  resources: { App: { ownerGroup: 'App', ownerNode: 'SQL-01', resourceType: 'Generic Service' } },
  disks: { GuestLUN: { use: 'Role', ownerGroup: 'App', ownerNode: 'SQL-01' } },
  virtualMachines: { 'SQL-01': guest, 'SQL-02': { ...guest, role: 'SQL-02' } },
} as const;
const alone = {
  ...guests,
  virtualMachines: { 'SQL-01': guest, 'SQL-02': { ...guest, heartbeat: 'LostCommunication' } },
} as const;

describe('A role of a guest cluster', () => {
  it('moves between the guests', () => {
    expect(reasonAgainst('role.move', 'App', guests)).toBeNull();
    expect(effectsOf('role.move', { role: 'App', destination: 'sql-02' }, guests)[0]).toBe(
      'App goes offline on SQL-01 and comes online on sql-02.',
    );
    expect(effectsOf('role.move', { role: 'App' }, guests)[0]).toBe(
      'App goes offline on SQL-01 and comes online on SQL-02.',
    );
    expect(checkOf('role.move', { role: 'App', destination: 'SQL-01' }, guests)).toMatchObject({ unchanged: true });
  });

  it('moves neither to a host (5042) nor to a guest that does not answer (5050)', () => {
    expect(refusalOf('role.move', { role: 'App', destination: 'Demo2' }, guests)).toEqual([
      5042,
      'Demo2 is not a node of APPCL.',
    ]);
    expect(refusalOf('role.move', { role: 'App', destination: 'SQL-02' }, alone)).toEqual([5050, 'SQL-02 is down.']);
    expect(reasonAgainst('role.move', 'App', alone)).toBe('No other node of APPCL is up.');
  });

  it('comes online and goes offline', () => {
    expect(reasonAgainst('role.takeOffline', 'App', guests)).toBeNull();
    expect(reasonAgainst('resource.simulateFailure', 'App', guests)).toBeNull();
  });

  it('is not offered what belongs to its guests, nor are its resources and its disk', () => {
    const reason = (name: string): string =>
      `${name} belongs to the guest cluster APPCL: this cannot be done from here.`;
    for (const command of ['role.liveMigrate', 'role.remove', 'role.setPreferredOwners', 'resource.add'] as const)
      expect(reasonAgainst(command, 'App', guests)).toBe(reason('App'));
    expect(reasonAgainst('resource.remove', 'App', guests)).toBe(reason('App'));
    expect(reasonAgainst('disk.setMaintenance', 'GuestLUN', guests)).toBe(reason('GuestLUN'));
  });
});

import type { AuditRecord } from '#shared/contract/audit';

/** A command of the audit log that went well, with changes. */
export function sampleRecord(changes: Partial<AuditRecord> = {}): AuditRecord {
  return {
    id: 'audit-1',
    time: '2026-11-21T10:00:00.000Z',
    endedAt: '2026-11-21T10:00:02.500Z',
    command: 'role.liveMigrate',
    title: 'Live migrate SQL-01 to Demo2',
    target: { kind: 'role', name: 'SQL-01' },
    input: { role: 'SQL-01', destination: 'Demo2' },
    powershell: "Move-ClusterVirtualMachineRole -Name 'SQL-01' -Node 'Demo2' -MigrationType Live",
    connection: 'training',
    name: null,
    cluster: 'HVCLUSTER',
    training: true,
    user: 'ada',
    computer: 'ADMIN-PC',
    account: null,
    outcome: 'succeeded',
    error: null,
    ...changes,
  };
}

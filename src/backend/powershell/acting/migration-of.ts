import type { ClusterView } from '#shared/model/cluster-view';
import type { Migration } from '#shared/model/live-migration';
import type { CheckedCommand } from '../../check-command';

/** What is known of a migration that a command begins: real clusters tell neither passes nor rates. Null for other commands. */
export function migrationOf({ command, input }: CheckedCommand, before: ClusterView): Migration | null {
  if (command !== 'role.liveMigrate' && command !== 'role.quickMigrate') return null;
  const role = typeof input['role'] === 'string' ? input['role'] : '';
  const machine = before.machineOf(role);
  return {
    kind: command === 'role.liveMigrate' ? 'live' : 'quick',
    from: before.role(role)?.ownerNode ?? '',
    to: typeof input['destination'] === 'string' ? input['destination'] : '',
    network: null,
    step: 0,
    passes: [],
    maximumPasses: null,
    current: null,
    memory: machine?.memoryAssigned ?? 0,
    bytes: 0,
    predicted: null,
    downtime: null,
    total: null,
  };
}

import { expectedNode } from '#shared/commands/rules/move-rules';
import type { ClusterView } from '#shared/model/cluster-view';
import type { Migration } from '#shared/model/live-migration';
import type { CheckedCommand } from '../../check-command';

/** The node that a role goes to by a command that names none, where only one can take it; undefined: it is open, or named. */
export function onlyDestination({ command, input }: CheckedCommand, before: ClusterView): string | undefined {
  const moves = command === 'role.move' || command === 'role.liveMigrate' || command === 'role.quickMigrate';
  const role = typeof input['role'] === 'string' ? before.role(input['role']) : undefined;
  if (!moves || role === undefined || input['destination'] !== undefined) return undefined;
  return expectedNode(role, undefined, before) ?? undefined;
}

/** What is known of a migration that a command begins: real clusters tell neither passes nor rates. Null for other commands. */
export function migrationOf(checked: CheckedCommand, before: ClusterView): Migration | null {
  const { command, input } = checked;
  if (command !== 'role.liveMigrate' && command !== 'role.quickMigrate') return null;
  const role = typeof input['role'] === 'string' ? input['role'] : '';
  const machine = before.machineOf(role);
  return {
    kind: command === 'role.liveMigrate' ? 'live' : 'quick',
    from: before.role(role)?.ownerNode ?? '',
    to: typeof input['destination'] === 'string' ? input['destination'] : (onlyDestination(checked, before) ?? ''),
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

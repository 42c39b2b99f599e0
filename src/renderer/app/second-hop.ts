import { commandOf, type CommandName } from '#shared/commands/catalogue';
import { secondHopWarning } from '#shared/commands/second-hop';
import type { BackendCapabilities } from '#shared/contract/cluster-update';
import type { ClusterView } from '#shared/model/cluster-view';
import type { CommandInput } from '../lib/cluster-client';
import { useCluster, useClusterAccess } from '../lib/cluster-context';

/** Why a command may fail over a connection, with the ways out; null: nothing speaks against it, or its input is incomplete. */
export function secondHopOf(
  command: CommandName,
  input: CommandInput,
  view: ClusterView,
  { secondHop }: BackendCapabilities,
): string | null {
  if (!secondHop) return null;
  const definition = commandOf(command);
  const parsed = definition.input.safeParse(input);
  return parsed.success ? secondHopWarning(definition.script(parsed.data, view)) : null;
}

/** The same for the connection that the window shows. */
export function useSecondHop(command: CommandName, input: CommandInput): string | null {
  const { capabilities } = useClusterAccess().connection;
  return useCluster((view) => secondHopOf(command, input, view, capabilities));
}

import type { CommandName } from '#shared/commands/catalogue';
import { refuse } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { guestsWithResource, guestsWithRole } from './guest-names';

/** What is simulated in guest clusters too: the catalogue offers the same. */
const guestCommands: ReadonlySet<CommandName> = new Set([
  'role.bringOnline',
  'role.takeOffline',
  'role.move',
  'resource.bringOnline',
  'resource.takeOffline',
  'resource.simulateFailure',
  'resource.setPolicies',
]);

/** Whether a command about a role or resource is simulated where that belongs to a guest cluster. */
export function isSimulatedInGuests(command: CommandName): boolean {
  return guestCommands.has(command);
}

function textOf(input: unknown, field: string): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const value: unknown = Reflect.get(input, field);
  return typeof value === 'string' ? value : undefined;
}

/**
 * The simulation that carries a command out: that of a guest cluster when it is about one of its roles or resources, else the
 * cluster itself. Refuses what makes no sense in a guest cluster, or is not simulated there.
 */
export function simulationFor(sim: Simulation, command: CommandName, input: unknown): Simulation {
  if (sim.guests.size === 0) return sim;
  const [role, resource] = [textOf(input, 'role'), textOf(input, 'resource')];
  const guests =
    (resource === undefined ? undefined : guestsWithResource(sim, resource)) ??
    (role === undefined ? undefined : guestsWithRole(sim, role));
  if (guests === undefined) return sim;
  if (isSimulatedInGuests(command)) return guests;
  const name = resource ?? role ?? '';
  return refuse(
    `${name} belongs to the guest cluster ${guests.db.name}: ${command} is not simulated there.`,
    undefined,
    undefined,
    'unsupported',
  );
}

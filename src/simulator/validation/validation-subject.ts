import type { ValidationCategory, ValidationResult } from '#shared/model/validation-report';
import type { Simulation } from '../engine/simulation';
import { guestClusterWithDisk } from '../guest-clusters/guest-disks';
import type { InterfaceState, NetworkState } from '../state/network-state';
import type { NodeState } from '../state/node-state';
import type { DiskState } from '../state/storage-state';

/** What is validated: some servers with what they have. */
export interface ValidationSubject {
  readonly sim: Simulation;
  readonly nodes: readonly NodeState[];
}

/** How a test ended, with reasons that name the machine and the value. */
export interface Finding {
  readonly result: ValidationResult;
  readonly messages: readonly string[];
}

/** One test of Validate a Configuration, as data. */
export interface ValidationTestDefinition {
  readonly category: ValidationCategory;
  /** As Windows calls it, where Windows has it. */
  readonly name: string;
  /** A pure function of the state: it changes nothing. */
  readonly run: (subject: ValidationSubject) => Finding;
}

/** All is well; what was looked at may be said. */
export function passed(...messages: readonly string[]): Finding {
  return { result: 'Passed', messages };
}

/** There is nothing to test. */
export function notApplicable(message: string): Finding {
  return { result: 'NotApplicable', messages: [message] };
}

/** The result that some problems have, or passed where there are none. */
export function unless(result: 'Warning' | 'Failed', problems: readonly string[], well: string): Finding {
  return problems.length === 0 ? passed(well) : { result, messages: problems };
}

/** Findings of two grades in one: failures first. */
export function both(failures: readonly string[], warnings: readonly string[], well: string): Finding {
  if (failures.length > 0) return { result: 'Failed', messages: [...failures, ...warnings] };
  return unless('Warning', warnings, well);
}

/** Names in a sentence: `N1, N2 and N3`. */
export function inWords(names: readonly string[]): string {
  const [last = ''] = names.slice(-1);
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** What differs between machines, each value with those that have it; empty where all are the same. */
export function differences(
  subject: ValidationSubject,
  what: string,
  valueOf: (node: NodeState) => string,
): readonly string[] {
  const byValue = new Map<string, string[]>();
  for (const node of subject.nodes) byValue.set(valueOf(node), [...(byValue.get(valueOf(node)) ?? []), node.name]);
  if (byValue.size < 2) return [];
  return [...byValue].map(([value, names]) => `${inWords(names)}: ${what} ${value}.`);
}

/** Networks that the servers are on, each with their interfaces. */
export function networksOf({ sim, nodes }: ValidationSubject): readonly {
  readonly network: NetworkState;
  readonly interfaces: readonly InterfaceState[];
}[] {
  return [...sim.state.networks.values()].flatMap((network) => {
    const interfaces = nodes.flatMap((node) => sim.index.interfaceOf(node.id, network.id) ?? []);
    return interfaces.length === 0 ? [] : [{ network, interfaces }];
  });
}

/** Disks that the servers could share: all of the simulation. */
export function disksOf({ sim }: ValidationSubject): readonly DiskState[] {
  return [...sim.state.disks.values()];
}

/** Whether a disk is in use by roles, by a guest cluster or as a shared volume: then it is not tested. */
export function inUse(sim: Simulation, disk: DiskState): boolean {
  if (disk.volume !== null && sim.db.volumes.has(disk.volume)) return true;
  if (guestClusterWithDisk(sim, disk.id) !== undefined) return true;
  const resource = disk.resource === null ? undefined : sim.db.resources.get(disk.resource);
  return (
    resource !== undefined && sim.role(resource.role).groupType !== 'AvailableStorage' && resource.state === 'Online'
  );
}

import { roleTypes } from '#shared/commands/role-types';
import type { Simulation } from '../engine/simulation';
import { addMachine } from '../hyperv/machine-parts';
import { mapDependency } from '../resources/dependencies';
import {
  addMachineResources,
  addResource,
  addRole,
  addServiceResources,
  type NewResource,
} from '../resources/role-parts';
import { priorities } from '../resources/role-priority';
import type { Scenario } from '../scenario/scenario';
import type { ScenarioMachineSpec, ScenarioRestart, ScenarioRole } from '../scenario/scenario-role';
import type { MachineState } from '../state/machine-state';
import type { RestartPolicy } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import type { Names } from './names';

/** Adds a machine of a scenario, off, on its host. */
export function buildMachine(
  sim: Simulation,
  name: string,
  host: string,
  spec: ScenarioMachineSpec,
  disks: readonly string[],
  names: Names,
): MachineState {
  return addMachine(sim, {
    name,
    host: names.get('node', host),
    spec,
    disks: disks.map((disk) => names.get('disk', disk)),
  });
}

function restartPolicy(restart: ScenarioRestart): Partial<RestartPolicy> {
  return Object.fromEntries(Object.entries(restart).filter(([, value]) => value !== null));
}

/** The disks of a role that it owns alone: all but shared volumes, each once. */
function buildRoleDisks(
  sim: Simulation,
  role: RoleState,
  spec: ScenarioRole,
  names: Names,
  more: Partial<NewResource>,
): void {
  for (const name of spec.disks) {
    const disk = sim.disk(names.get('disk', name));
    if (disk.volume !== null || disk.resource !== null) continue;
    addResource(sim, role, { ...more, name: disk.name, type: 'Physical Disk', disk: disk.id });
  }
}

function buildPolicies(sim: Simulation, role: RoleState, spec: ScenarioRole, names: Names): void {
  role.priority = priorities[spec.priority];
  role.preferredOwners = spec.preferredOwners.map((node) => names.get('node', node));
  role.antiAffinity = [...spec.antiAffinity];
  role.failback = spec.failback;
  role.failover = {
    threshold: spec.failover.threshold,
    period: spec.failover.period ?? sim.db.settings.failoverPeriod,
  };
}

function buildRole(sim: Simulation, spec: ScenarioRole, names: Names): void {
  const type = spec.type === 'virtualMachine' ? null : roleTypes[spec.type];
  const principal = type?.resourceType ?? null;
  const owner = spec.owner === null ? null : names.get('node', spec.owner);
  const shared = spec.partOf === null ? null : sim.role(names.get('role', spec.partOf));
  const role =
    shared ??
    addRole(sim, spec.name, type?.groupType ?? 'VirtualMachine', owner ?? [...sim.db.records.keys()][0] ?? null);
  names.add('role', spec.name, role.id);
  if (shared === null) buildPolicies(sim, role, spec, names);
  if (spec.state === 'online') role.online = true;
  const more = {
    possibleOwners: spec.possibleOwners.map((node) => names.get('node', node)),
    restart: restartPolicy(spec.restart),
  };
  const others = role.resources.length;
  buildRoleDisks(sim, role, spec, names, more);
  const host = role.owner;
  if (spec.machine !== null && host !== null) {
    const machine = buildMachine(sim, spec.name, sim.node(host).name, spec.machine, spec.disks, names);
    machine.role = role.id;
    addMachineResources(sim, role, machine, more);
  } else if (type !== null) {
    const disks = sim.resourcesOf(role).filter((resource) => resource.disk !== null);
    addServiceResources(sim, role, { principal, address: spec.address, disks }, more);
  }
  for (const resource of sim.resourcesOf(role)) names.add('resource', resource.name, resource.id);
  for (const extra of spec.resources) {
    const resource = addResource(sim, role, { ...more, ...extra, dependsOn: null });
    names.add('resource', extra.name, resource.id);
  }
  for (const extra of spec.resources) {
    if (extra.dependsOn === null) continue;
    const resource = sim.resource(names.get('resource', extra.name));
    resource.dependsOn = mapDependency(extra.dependsOn, (name) => names.get('resource', name));
  }
  for (const [place, resource] of sim.resourcesOf(role).entries()) {
    // Of machines that share a disk each is meant to run or not; the disk serves them all.
    if (resource.disk !== null) resource.wanted = role.online;
    else if (place >= others) resource.wanted = spec.state === 'online';
  }
}

/** Puts the roles of a scenario into the state, with their resources and machines. */
export function buildRoles(sim: Simulation, scenario: Scenario, names: Names): void {
  for (const spec of scenario.roles) buildRole(sim, spec, names);
}

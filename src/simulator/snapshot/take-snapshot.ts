import type { ClusterDelta, ClusterSnapshot, SnapshotListName, SnapshotLists } from '#shared/model/snapshot';
import type { Disk } from '#shared/model/disk';
import { snapshotListNames } from '#shared/model/snapshot';
import { isShownByHosts } from '../guest-clusters/guest-names';
import type { RoleState } from '../state/role-state';
import type { DiskState } from '../state/storage-state';
import { changeLog } from '../engine/change-log';
import type { Simulation } from '../engine/simulation';
import { projectCluster, projectQuorum } from './project-cluster';
import { projectMachine } from './project-machines';
import { projectInterface, projectNetwork } from './project-networks';
import { projectNode } from './project-nodes';
import { projectOperation } from './project-operations';
import { projectResource, projectRole } from './project-roles';
import type { NodeState } from '../state/node-state';
import { projectDisk, projectStorage, projectVolume } from './project-storage';

/** How a list of the snapshot comes from the state: all of it, or one object; `isListed` leaves some out. */
interface Projection<Shown> {
  all(sim: Simulation): readonly Shown[];
  one(sim: Simulation, id: string): Shown | undefined;
}

function projection<State, Shown>(
  table: (sim: Simulation) => ReadonlyMap<string, State>,
  show: (sim: Simulation, state: State) => Shown,
  isListed: (sim: Simulation, state: State) => boolean = () => true,
): Projection<Shown> {
  return {
    all: (sim) => [...table(sim).values()].filter((state) => isListed(sim, state)).map((state) => show(sim, state)),
    one: (sim, id) => {
      const state = table(sim).get(id);
      return state === undefined || !isListed(sim, state) ? undefined : show(sim, state);
    },
  };
}

/** Before there is a cluster all servers are listed, then those that are its nodes. */
function isNode(sim: Simulation, { id }: NodeState): boolean {
  return !sim.state.formed || sim.db.records.has(id);
}

/** A list of what the cluster has, and after it of what its guest clusters have, but for their core groups. */
function withGuests<State, Shown>(
  table: (sim: Simulation) => ReadonlyMap<string, State>,
  roleOf: (sim: Simulation, state: State) => RoleState,
  show: (sim: Simulation, state: State, guestCluster: string | null) => Shown,
): Projection<Shown> {
  const isShown = (guests: Simulation, state: State): boolean => isShownByHosts(roleOf(guests, state));
  const ofGuests = (guests: Simulation): readonly Shown[] =>
    [...table(guests).values()]
      .filter((state) => isShown(guests, state))
      .map((state) => show(guests, state, guests.db.name));
  return {
    all: (sim) => [
      ...[...table(sim).values()].map((state) => show(sim, state, null)),
      ...[...sim.guests.values()].flatMap(ofGuests),
    ],
    one: (sim, id) => {
      const own = table(sim).get(id);
      if (own !== undefined) return show(sim, own, null);
      for (const guests of sim.guests.values()) {
        const state = table(guests).get(id);
        if (state !== undefined) return isShown(guests, state) ? show(guests, state, guests.db.name) : undefined;
      }
      return undefined;
    },
  };
}

/** A disk as whoever has it knows it: the guest cluster that shares it, or the cluster itself. */
function showDisk(sim: Simulation, disk: DiskState): Disk {
  for (const guests of sim.guests.values()) {
    const shared = guests.state.disks.get(disk.id);
    if (shared !== undefined) return projectDisk(guests, shared);
  }
  return projectDisk(sim, disk);
}

const projections = {
  operations: projection((sim) => sim.state.operations, projectOperation),
  nodes: projection((sim) => sim.state.nodes, projectNode, isNode),
  roles: withGuests(
    (sim) => sim.db.roles,
    (_, role) => role,
    projectRole,
  ),
  resources: withGuests(
    (sim) => sim.db.resources,
    (sim, resource) => sim.role(resource.role),
    projectResource,
  ),
  networks: projection((sim) => sim.state.networks, projectNetwork),
  networkInterfaces: projection((sim) => sim.state.interfaces, projectInterface),
  disks: projection((sim) => sim.state.disks, showDisk),
  sharedVolumes: projection((sim) => sim.db.volumes, projectVolume),
  virtualMachines: projection((sim) => sim.state.machines, projectMachine),
} as const satisfies { readonly [List in SnapshotListName]: unknown };

/** One list of the snapshot, as it is now. */
export function projectList<List extends SnapshotListName>(sim: Simulation, list: List): SnapshotLists[List] {
  return projections[list].all(sim) as SnapshotLists[List];
}

/** The whole cluster now, as the partition that the snapshot shows knows it. */
export function takeSnapshot(sim: Simulation): ClusterSnapshot {
  return {
    time: sim.now,
    readings: [],
    cluster: projectCluster(sim),
    quorum: projectQuorum(sim),
    storage: projectStorage(sim),
    operations: projections.operations.all(sim),
    nodes: projections.nodes.all(sim),
    roles: projections.roles.all(sim),
    resources: projections.resources.all(sim),
    networks: projections.networks.all(sim),
    networkInterfaces: projections.networkInterfaces.all(sim),
    disks: projections.disks.all(sim),
    sharedVolumes: projections.sharedVolumes.all(sim),
    virtualMachines: projections.virtualMachines.all(sim),
  };
}

/** What changed since the last call, without its revision; null when nothing did. */
export function takeDelta(sim: Simulation): Omit<ClusterDelta, 'revision'> | null {
  for (const id of sim.state.progressing) sim.touch('operations', id);
  for (const { sync } of sim.state.devices.values()) if (sync !== null) sim.touchSingle('storage');
  const { lists, singles } = sim.changes;
  const upserts: { [List in SnapshotListName]?: unknown[] } = {};
  const removals: { [List in SnapshotListName]?: string[] } = {};
  let changed = singles.size > 0;
  for (const list of snapshotListNames) {
    for (const id of lists[list]) {
      changed = true;
      const shown = projections[list].one(sim, id);
      if (shown === undefined) (removals[list] ??= []).push(id);
      else (upserts[list] ??= []).push(shown);
    }
  }
  if (!changed) return null;
  const delta = {
    time: sim.now,
    upserts: upserts as Partial<SnapshotLists>,
    removals,
    ...(singles.has('cluster') ? { cluster: projectCluster(sim) } : {}),
    ...(singles.has('quorum') ? { quorum: projectQuorum(sim) } : {}),
    ...(singles.has('storage') ? { storage: projectStorage(sim) } : {}),
  };
  sim.changes = { ...changeLog(), fabric: sim.changes.fabric };
  return delta;
}

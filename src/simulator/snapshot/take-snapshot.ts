import type { ClusterDelta, ClusterSnapshot, SnapshotListName, SnapshotLists } from '#shared/model/snapshot';
import { snapshotListNames } from '#shared/model/snapshot';
import { changeLog } from '../engine/change-log';
import type { Simulation } from '../engine/simulation';
import { projectCluster, projectQuorum } from './project-cluster';
import { projectMachine } from './project-machines';
import { projectInterface, projectNetwork } from './project-networks';
import { projectNode } from './project-nodes';
import { projectOperation } from './project-operations';
import { projectResource, projectRole } from './project-roles';
import { projectDisk, projectStorage, projectVolume } from './project-storage';

/** How a list of the snapshot comes from a table of the state. */
interface Projection<State, Shown> {
  readonly table: (sim: Simulation) => ReadonlyMap<string, State>;
  readonly show: (sim: Simulation, state: State) => Shown;
}

function projection<State, Shown>(
  table: (sim: Simulation) => ReadonlyMap<string, State>,
  show: (sim: Simulation, state: State) => Shown,
): { all(sim: Simulation): readonly Shown[]; one(sim: Simulation, id: string): Shown | undefined } {
  const { table: of, show: project }: Projection<State, Shown> = { table, show };
  return {
    all: (sim) => [...of(sim).values()].map((state) => project(sim, state)),
    one: (sim, id) => {
      const state = of(sim).get(id);
      return state === undefined ? undefined : project(sim, state);
    },
  };
}

const projections = {
  operations: projection((sim) => sim.state.operations, projectOperation),
  nodes: projection((sim) => sim.state.nodes, projectNode),
  roles: projection((sim) => sim.db.roles, projectRole),
  resources: projection((sim) => sim.db.resources, projectResource),
  networks: projection((sim) => sim.state.networks, projectNetwork),
  networkInterfaces: projection((sim) => sim.state.interfaces, projectInterface),
  disks: projection((sim) => sim.state.disks, projectDisk),
  sharedVolumes: projection((sim) => sim.db.volumes, projectVolume),
  virtualMachines: projection((sim) => sim.state.machines, projectMachine),
} as const satisfies { readonly [List in SnapshotListName]: unknown };

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

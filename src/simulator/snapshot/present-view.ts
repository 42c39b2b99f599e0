import { clusterView, existsIn, foldName, type ClusterView } from '#shared/model/cluster-view';
import type { ClusterSnapshot, SnapshotListName, SnapshotLists } from '#shared/model/snapshot';
import type { Simulation } from '../engine/simulation';
import { machinesOf } from '../resources/role-ownership';
import type { OperationState } from '../state/operation-state';
import { projectCluster, projectQuorum } from './project-cluster';
import { projectMachine } from './project-machines';
import { projectOperation } from './project-operations';
import { projectResource, projectRole } from './project-roles';
import { projectStorage } from './project-storage';
import { projectList } from './take-snapshot';

/** A snapshot whose parts are projected when they are first asked for: a command looks at few of them. */
function presentSnapshot(sim: Simulation): ClusterSnapshot {
  const made: { -readonly [List in SnapshotListName]?: SnapshotLists[List] } = {};
  const list = <List extends SnapshotListName>(name: List): SnapshotLists[List] =>
    (made[name] ??= projectList(sim, name));
  return {
    time: sim.now,
    readings: [],
    get cluster() {
      return projectCluster(sim);
    },
    get quorum() {
      return projectQuorum(sim);
    },
    get storage() {
      return projectStorage(sim);
    },
    get operations() {
      return list('operations');
    },
    get nodes() {
      return list('nodes');
    },
    get roles() {
      return list('roles');
    },
    get resources() {
      return list('resources');
    },
    get networks() {
      return list('networks');
    },
    get networkInterfaces() {
      return list('networkInterfaces');
    },
    get disks() {
      return list('disks');
    },
    get sharedVolumes() {
      return list('sharedVolumes');
    },
    get virtualMachines() {
      return list('virtualMachines');
    },
  };
}

/** What is made by a key, once for each. */
function keeping<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, { readonly value: Made }>();
  return (key) => {
    const folded = foldName(key);
    const kept = made.get(folded) ?? { value: make(key) };
    made.set(folded, kept);
    return kept.value;
  };
}

/** A table of the state by name, read when it is first asked for. */
function byName<T extends { readonly name: string }>(table: ReadonlyMap<string, T>): (name: string) => T | undefined {
  let index: ReadonlyMap<string, T> | undefined;
  return (name) => {
    index ??= new Map([...table.values()].map((item) => [foldName(item.name), item]));
    return index.get(foldName(name));
  };
}

/**
 * The view of the cluster as it is now, for the check of one command. It says what `clusterView(takeSnapshot(sim))` says, but
 * finds roles, resources, machines and operations in the state and projects only those that are asked for: a command costs
 * little in a cluster of 8,000 machines too. With guest clusters, whose roles are shown as well, all are projected.
 */
export function presentView(sim: Simulation): ClusterView {
  const snapshot = presentSnapshot(sim);
  if (sim.guests.size > 0) return clusterView(snapshot);
  const roleNamed = byName(sim.db.roles);
  const resourceNamed = byName(sim.db.resources);
  const nodeNamed = byName(sim.state.nodes);
  const view: ClusterView = {
    ...clusterView(snapshot),
    has: (kind, name) => existsIn(view, kind, name),
    role: keeping((name) => shown(roleNamed(name), (role) => projectRole(sim, role, null))),
    resource: keeping((name) => shown(resourceNamed(name), (resource) => projectResource(sim, resource))),
    virtualMachine: (name) => shown(sim.index.machineNamed(name), (machine) => projectMachine(sim, machine)),
    machineOf: keeping((name) => {
      const role = roleNamed(name);
      const machine = role === undefined ? undefined : machinesOf(sim, role).at(-1);
      return shown(machine, (found) => projectMachine(sim, found));
    }),
    resourcesOf: keeping((name) => {
      const role = roleNamed(name);
      return role === undefined ? [] : sim.resourcesOf(role).map((resource) => projectResource(sim, resource));
    }),
    rolesOn: keeping((name) => {
      const node = nodeNamed(name);
      const there = [...sim.db.roles.values()].filter(({ owner }) => node !== undefined && owner === node.id);
      return there.map((role) => projectRole(sim, role, null));
    }),
    runningOperation: ({ kind, name }) => {
      const folded = foldName(name);
      let found: OperationState | undefined;
      for (const operation of sim.state.operations.values()) {
        const { outcome, target } = operation;
        if (outcome === 'running' && target?.kind === kind && foldName(target.name) === folded) found = operation;
      }
      return shown(found, (operation) => projectOperation(sim, operation));
    },
  };
  return view;
}

function shown<State, Shown>(state: State | undefined, project: (state: State) => Shown): Shown | undefined {
  return state === undefined ? undefined : project(state);
}

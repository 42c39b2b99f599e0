import type { ClusterView } from '#shared/model/cluster-view';
import { existsIn } from '#shared/model/cluster-view';
import type { ObjectReference } from '#shared/model/object-reference';
import type { Operation } from '#shared/model/operation';
import {
  snapshotListNames,
  type ClusterDelta,
  type ClusterSnapshot,
  type SnapshotListName,
  type SnapshotLists,
} from '#shared/model/snapshot';
import { clusterTable, type ClusterTable } from './cluster-table';

/** An object of a list. */
export type ListItem<List extends SnapshotListName> = SnapshotLists[List][number];

type Tables = { readonly [List in SnapshotListName]: ClusterTable<ListItem<List>> };

/** The snapshot, taken apart by kind and kept up to date in place. */
export interface ClusterTables {
  /** Always the same object; what it answers is current. */
  readonly view: ClusterView;
  byId<List extends SnapshotListName>(list: List, id: string): ListItem<List> | undefined;
  /** Operations that are part of this one. */
  childrenOf(operation: string): readonly Operation[];
  replace(snapshot: ClusterSnapshot): void;
  change(delta: ClusterDelta): void;
}

/** Tables that start with `empty`. */
export function clusterTables(empty: ClusterSnapshot): ClusterTables {
  const tables: Tables = {
    operations: clusterTable<Operation>((operation) => operation.id),
    nodes: namedTable(),
    roles: namedTable(),
    resources: namedTable(),
    networks: namedTable(),
    networkInterfaces: namedTable(),
    disks: namedTable(),
    sharedVolumes: namedTable(),
    virtualMachines: namedTable(),
  };
  let singles = empty;
  let snapshot: ClusterSnapshot | undefined = empty;

  const assembled = (): ClusterSnapshot => ({
    ...singles,
    operations: tables.operations.list(),
    nodes: tables.nodes.list(),
    roles: tables.roles.list(),
    resources: tables.resources.list(),
    networks: tables.networks.list(),
    networkInterfaces: tables.networkInterfaces.list(),
    disks: tables.disks.list(),
    sharedVolumes: tables.sharedVolumes.list(),
    virtualMachines: tables.virtualMachines.list(),
  });

  return {
    view: viewOf(tables, () => (snapshot ??= assembled())),
    byId: (list, id) => tables[list].byId(id),
    childrenOf: tables.operations.groupBy((operation) => operation.parent),
    replace: (next) => {
      for (const list of snapshotListNames) replaceList(tables, list, next[list]);
      singles = next;
      snapshot = undefined;
    },
    change: (delta) => {
      for (const list of snapshotListNames) changeList(tables, list, delta.upserts[list], delta.removals[list]);
      const { upserts: _upserts, removals: _removals, revision: _revision, ...changed } = delta;
      singles = { ...singles, ...changed };
      snapshot = undefined;
    },
  };
}

function namedTable<T extends { readonly id: string; readonly name: string }>(): ClusterTable<T> {
  return clusterTable<T>((item) => item.name);
}

function replaceList<List extends SnapshotListName>(tables: Tables, list: List, items: SnapshotLists[List]): void {
  tables[list].replace(items);
}

function changeList<List extends SnapshotListName>(
  tables: Tables,
  list: List,
  upserts: SnapshotLists[List] | undefined,
  removals: readonly string[] | undefined,
): void {
  tables[list].change(upserts ?? [], removals ?? []);
}

function viewOf(tables: Tables, snapshot: () => ClusterSnapshot): ClusterView {
  const machinesOf = tables.virtualMachines.groupBy((machine) => machine.role);
  const resourcesOf = tables.resources.groupBy((resource) => resource.ownerGroup);
  const rolesOn = tables.roles.groupBy((role) => role.ownerNode);
  const running = tables.operations.groupBy(({ outcome, target }) =>
    outcome === 'running' && target !== null ? keyOf(target) : null,
  );
  const view: ClusterView = {
    get snapshot() {
      return snapshot();
    },
    node: (name) => tables.nodes.byName(name),
    role: (name) => tables.roles.byName(name),
    resource: (name) => tables.resources.byName(name),
    network: (name) => tables.networks.byName(name),
    disk: (name) => tables.disks.byName(name),
    sharedVolume: (name) => tables.sharedVolumes.byName(name),
    virtualMachine: (name) => tables.virtualMachines.byName(name),
    machineOf: (role) => machinesOf(role)[0],
    resourcesOf,
    rolesOn,
    runningOperation: (target) => running(keyOf(target)).at(-1),
    has: (kind, name) => existsIn(view, kind, name),
  };
  return view;
}

function keyOf(target: ObjectReference): string {
  return `${target.kind}/${target.name}`;
}

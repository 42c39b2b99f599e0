import type { ObjectReference } from '#shared/model/object-reference';
import type { SnapshotListName, SnapshotSingles } from '#shared/model/snapshot';
import type { DatabaseState } from '../state/database-state';
import type { MachineState } from '../state/machine-state';
import type { NetworkState } from '../state/network-state';
import type { NodeRecord, NodeState } from '../state/node-state';
import type { DueEvent } from '../state/queued-event';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import type { SimulationState } from '../state/simulation-state';
import type { DiskState } from '../state/storage-state';
import { changeLog, type ChangeLog } from './change-log';
import { eventMessage, eventTexts, type LoggedEventId } from './event-catalogue';
import { pushEvent } from './event-queue';
import { nextRandom } from './random';
import { SimulationIndex } from './simulation-index';

/**
 * What every rule works with: the state, the present database, time, chance, the event log and the record of changes.
 * The present database is the one of the partition that a rule is about; whoever delivers an event sets it.
 */
export class Simulation {
  changes: ChangeLog = changeLog();
  readonly index: SimulationIndex;
  /** The guest clusters by id, each a simulation of its own that shares time, chance, events and operations with this one. */
  readonly guests = new Map<string, Simulation>();
  /** Ids of roles that may have changed their state since that was told last. */
  readonly restless = new Set<string>();
  /** The database of the partition that the present rule is about. */
  db: DatabaseState;

  constructor(readonly state: SimulationState) {
    this.db = lookUp(state.databases, state.primary);
    this.index = new SimulationIndex(state);
  }

  get now(): number {
    return this.state.now;
  }

  /**
   * Lets something happen at a time, not before now; answers what cancels it. A time that is a fraction happens at the nearest
   * whole millisecond, within it in the order of the exact times.
   */
  schedule(exact: number, due: DueEvent, order: 0 | 1 = 1): number {
    const id = ++this.state.nextQueueId;
    const at = Math.max(Math.round(exact), this.now);
    pushEvent(this.state.queue, { at, order, exact, id, database: this.db.id, due });
    return id;
  }

  /** Lets something happen now, after what is already due. */
  soon(due: DueEvent): number {
    return this.schedule(this.now, due);
  }

  /** Takes back what was scheduled; null is nothing. It must not have happened yet. */
  cancel(event: number | null): void {
    if (event !== null) this.state.cancelled.add(event);
  }

  /** The next random number from 0 to 1, 1 excluded. */
  random(): number {
    const { state, value } = nextRandom(this.state.random);
    this.state.random = state;
    return value;
  }

  /** One of a list at random; undefined of an empty one. A list of one takes no chance. */
  pick<T>(list: readonly T[]): T | undefined {
    return list.length < 2 ? list[0] : list[Math.floor(this.random() * list.length)];
  }

  /** The id of the next object of a kind, `node-1`. */
  nextId(kind: string): string {
    const number = (this.state.numbers.get(kind) ?? 0) + 1;
    this.state.numbers.set(kind, number);
    return `${kind}-${number}`;
  }

  /** Writes an event into the log of a node. */
  log(id: LoggedEventId, node: string, subject: ObjectReference | null, ...words: readonly (string | number)[]): void {
    const { level, channel, source } = eventTexts[id];
    this.state.events.push({
      sequence: this.state.events.length + 1,
      time: this.now,
      id,
      level,
      channel,
      source,
      node: this.node(node).name,
      subject,
      message: eventMessage(id, words),
    });
  }

  /** Writes an event into the log of every member. */
  logByAll(id: LoggedEventId, subject: ObjectReference | null, ...words: readonly (string | number)[]): void {
    for (const member of this.db.members) this.log(id, member, subject, ...words);
  }

  /** Remembers that an object of the snapshot changed, appeared or went. */
  touch(list: SnapshotListName, id: string): void {
    this.changes.lists[list].add(id);
    if (list === 'roles') this.restless.add(id);
  }

  touchSingle(single: keyof SnapshotSingles): void {
    this.changes.singles.add(single);
  }

  /** Everything of the snapshot is to be looked at anew: it shows another partition. */
  touchAll(): void {
    for (const database of this.state.databases.values()) {
      for (const id of database.roles.keys()) this.touch('roles', id);
      for (const id of database.resources.keys()) this.touch('resources', id);
      for (const id of database.volumes.keys()) this.touch('sharedVolumes', id);
    }
    for (const id of this.state.nodes.keys()) this.touch('nodes', id);
    for (const id of this.state.networks.keys()) this.touch('networks', id);
    for (const id of this.state.interfaces.keys()) this.touch('networkInterfaces', id);
    for (const id of this.state.disks.keys()) this.touch('disks', id);
    for (const id of this.state.machines.keys()) this.touch('virtualMachines', id);
    for (const single of ['cluster', 'quorum', 'storage'] as const) this.touchSingle(single);
  }

  /** Goes on with the database that the snapshot shows. */
  showPrimary(): void {
    this.db = lookUp(this.state.databases, this.state.primary);
  }

  /** Does something for another database. */
  within<T>(database: DatabaseState, work: () => T): T {
    const before = this.db;
    this.db = database;
    try {
      return work();
    } finally {
      this.db = before;
    }
  }

  /** Whether some node runs the present database. */
  get running(): boolean {
    return this.db.members.length > 0;
  }

  isMember(node: string): boolean {
    return this.db.members.includes(node);
  }

  node(id: string): NodeState {
    return lookUp(this.state.nodes, id);
  }

  record(node: string): NodeRecord {
    return lookUp(this.db.records, node);
  }

  role(id: string): RoleState {
    return lookUp(this.db.roles, id);
  }

  resource(id: string): ResourceState {
    return lookUp(this.db.resources, id);
  }

  machine(id: string): MachineState {
    return lookUp(this.state.machines, id);
  }

  disk(id: string): DiskState {
    return lookUp(this.state.disks, id);
  }

  network(id: string): NetworkState {
    return lookUp(this.state.networks, id);
  }

  /** Resources of a role, in the order in which they were added. */
  resourcesOf(role: RoleState): readonly ResourceState[] {
    return role.resources.map((id) => this.resource(id));
  }
}

/** What has an id. Throws when there is none: then a rule has kept an id too long. */
export function lookUp<T>(table: ReadonlyMap<string, T>, id: string): T {
  const found = table.get(id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
}

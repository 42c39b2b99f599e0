import type { Destination } from '#shared/contract/queries';
import type { Fault, FabricState } from '#shared/faults/fault';
import type { ClusterError } from '#shared/model/cluster-error';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { JsonValue, Operation } from '#shared/model/operation';
import type { ClusterDelta, ClusterSnapshot } from '#shared/model/snapshot';
import type { ValidationReport } from '#shared/model/validation-report';
import { buildSimulation } from './build/build-simulation';
import { handleDueEvent, isAboutServers } from './due-events';
import { popEvent } from './engine/event-queue';
import { forgetOperations } from './engine/operations';
import { Refusal } from './engine/refusal';
import { fromPlain, toPlain } from './engine/serialisation';
import { Simulation } from './engine/simulation';
import { injectFault } from './fabric/fault-handlers';
import { attachGuestClusters } from './guest-clusters/guest-simulation';
import { lookAtGuests } from './guest-clusters/look-at-guests';
import { checkStorageMigrations } from './hyperv/storage-migration';
import { emptyVolumes } from './storage/volume-maintenance';
import { tellRoleStates } from './resources/role-news';
import { runCommand, type CommandOrigin } from './run-command';
import type { Scenario } from './scenario/scenario';
import type { TimelineEntry } from './scenario/scenario-story';
import { destinationsOf, type MoveKind } from './snapshot/destinations';
import { projectFabric } from './snapshot/project-fabric';
import { projectOperation } from './snapshot/project-operations';
import { takeDelta, takeSnapshot } from './snapshot/take-snapshot';
import type { QueuedEvent } from './state/queued-event';
import type { SimulationState } from './state/simulation-state';

/** A saved session, as JSON data. It continues to the same digest as one that was never interrupted. */
export interface SavedCluster {
  readonly format: 'regroup/simulation/1';
  readonly state: JsonValue;
}

/**
 * A simulated cluster: everything that a backend, the runner or a test needs of it.
 * Time is whole milliseconds since the start of the scenario and moves only when it is told to.
 */
export class SimulatedCluster {
  constructor(private readonly sim: Simulation) {}

  get now(): number {
    return this.sim.now;
  }

  /** The time of the next thing that will happen; null when nothing is left but heartbeats and health checks. */
  nextEventAt(): number | null {
    return this.nextEvent()?.at ?? null;
  }

  /** Lets everything happen that is due up to and at a time, and sets the clock to it. An earlier time is ignored. */
  advanceTo(time: number): void {
    for (let next = this.nextEvent(); next !== undefined && next.at <= time; next = this.nextEvent()) this.handleNext();
    this.sim.state.now = Math.max(this.sim.now, time);
  }

  /** Advances to the next event and lets everything happen that is due then. Answers whether there was one. */
  step(): boolean {
    const next = this.nextEvent();
    if (next === undefined) return false;
    this.advanceTo(next.at);
    return true;
  }

  /** Runs a command of the catalogue now. A refusal is an operation that failed, with the Windows error number. */
  execute(command: string, input: { readonly [key: string]: JsonValue }, origin: CommandOrigin = {}): Operation {
    const operation = runCommand(this.sim, command, input, origin);
    this.settle();
    return projectOperation(this.sim, operation);
  }

  /** Breaks or repairs something now. The answer is null, or why it could not be done. */
  inject(fault: Fault): ClusterError | null {
    try {
      injectFault(this.sim, fault);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.error;
      throw error;
    } finally {
      this.settle();
    }
  }

  /** Puts a timeline into the queue. At equal times it acts before everything else, in the order given. */
  scheduleTimeline(timeline: readonly TimelineEntry[]): void {
    for (const { at, label, action } of timeline) this.sim.schedule(at, { type: 'timeline', label, action }, 0);
  }

  /** The whole cluster now. */
  snapshot(): ClusterSnapshot {
    return takeSnapshot(this.sim);
  }

  /** What changed in the snapshot since the last call (or the start), without its revision; null when nothing did. */
  takeChanges(): Omit<ClusterDelta, 'revision'> | null {
    return takeDelta(this.sim);
  }

  /** Forgets operations that are over, the oldest first, until so many are left; a run that reports all of them never does. */
  forgetOperations(left: number): void {
    forgetOperations(this.sim, left);
  }

  /** All events in order, or those after a sequence number. */
  events(after = 0): readonly ClusterEvent[] {
    return after === 0 ? this.sim.state.events : this.sim.state.events.slice(after);
  }

  /** What can be broken, as it physically is. */
  fabric(): FabricState {
    return projectFabric(this.sim);
  }

  /** Whether `fabric` changed since the last call. */
  takeFabricChange(): boolean {
    const { changes } = this.sim;
    const changed = changes.fabric;
    changes.fabric = false;
    return changed;
  }

  /** The nodes a role could move to; empty when there is no such role or the cluster does not run. */
  destinations(role: string, kind: MoveKind): readonly Destination[] {
    return destinationsOf(this.sim, role, kind);
  }

  /** What Validate a Configuration found last; null: it has not run. */
  validationReport(): ValidationReport | null {
    return this.sim.state.validation;
  }

  /** The text of a file that an operation brought back; null where there is none, or none any more. */
  fileOf(operation: string, name: string): string | null {
    return this.sim.state.files.get(operation)?.find((file) => file.name === name)?.text ?? null;
  }

  /** The whole state as JSON data. */
  save(): SavedCluster {
    return { format: 'regroup/simulation/1', state: toPlain(this.sim.state) };
  }

  private nextEvent(): QueuedEvent | undefined {
    const { queue, cancelled } = this.sim.state;
    for (let head = queue[0]; head !== undefined && cancelled.has(head.id); head = queue[0]) {
      cancelled.delete(head.id);
      popEvent(queue);
    }
    return queue[0];
  }

  private handleNext(): void {
    const { state } = this.sim;
    const event = popEvent(state.queue);
    if (event === undefined) return;
    state.now = Math.max(state.now, event.at);
    this.sim.showPrimary();
    const sim = this.simulationOf(event.database);
    const database = event.due.type === 'timeline' ? this.sim.db : sim.state.databases.get(event.database);
    if (database !== undefined) sim.within(database, () => handleDueEvent(sim, event.due));
    else if (isAboutServers(event.due)) handleDueEvent(this.sim, event.due);
    this.settle();
  }

  /** The guest cluster that a database belongs to; else the cluster itself. */
  private simulationOf(database: string): Simulation {
    for (const guests of this.sim.guests.values()) if (guests.state.databases.has(database)) return guests;
    return this.sim;
  }

  /** What happened is over: storage migrations, volumes in maintenance and guest clusters see what it made of their machines, and the shown configuration is the present one. */
  private settle(): void {
    this.sim.showPrimary();
    checkStorageMigrations(this.sim);
    if (this.sim.restless.size > 0) emptyVolumes(this.sim);
    lookAtGuests(this.sim);
    for (const sim of [this.sim, ...this.sim.guests.values()]) if (sim.restless.size > 0) tellRoleStates(sim);
    this.sim.showPrimary();
  }
}

/** The cluster of a scenario at its start, with the scenario's timeline in its queue. */
export function createSimulatedCluster(scenario: Scenario): SimulatedCluster {
  const cluster = new SimulatedCluster(buildSimulation(scenario));
  cluster.scheduleTimeline(scenario.timeline);
  return cluster;
}

/** A saved session, to go on where it stopped. */
export function loadSimulatedCluster(saved: SavedCluster): SimulatedCluster {
  return new SimulatedCluster(attachGuestClusters(new Simulation(fromPlain(saved.state) as SimulationState)));
}

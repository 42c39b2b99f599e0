import type { Simulation } from './engine/simulation';
import { lookUp } from './engine/simulation';
import { endFlow } from './hyperv/flows';
import { startWaiting } from './hyperv/live-migration';
import { onGuestBooted } from './hyperv/guest';
import { onPlainDone, onPlainMemoryMoved } from './hyperv/plain-machine';
import { onCopied, onMigrationPhase } from './hyperv/migration-steps';
import { onStorageCopied } from './hyperv/storage-migration';
import { onDrainCheck } from './membership/drain';
import { finishDrain } from './membership/drain-end';
import { onHeartbeatDue } from './membership/heartbeat-due';
import { onIsolationEnd } from './membership/isolation';
import { onServiceLook, onServiceStart } from './membership/join';
import { onNodeBooted } from './membership/node-power';
import { onPartitionsMeet } from './membership/partitions-meet';
import { endQuarantine } from './membership/quarantine';
import { onRegroupEnd } from './membership/regroup-end';
import { onShutdownCheck } from './membership/shut-down';
import { onWitnessChanged, onWitnessCheck } from './membership/witness-health';
import { onRoleFailback } from './resources/failback';
import { onGuestCheck } from './resources/guest-health';
import { onResourceLate, onResourceRestart, onRoleRetry } from './resources/resource-failure';
import { onMemoryMoved, onResourceDone } from './resources/resource-events';
import { awakeWaiting } from './membership/waiting';
import { onStartCheck } from './resources/start-in-turn';
import { onRoomCheck } from './resources/waiting-roles';
import { runTimelineAction } from './run-command';
import type { DueEvent, DueEventType } from './state/queued-event';
import { onMachineCritical } from './storage/machine-storage';
import { onPathTimeOver } from './storage/path-watch';
import { onSynchronized } from './storage/storage-faults';
import { onVolumeOnline } from './storage/volume-watch';

type DueHandlers = {
  readonly [Type in DueEventType]: (sim: Simulation, due: Extract<DueEvent, { readonly type: Type }>) => void;
};

function onFlowEnd(sim: Simulation, id: string): void {
  const flow = lookUp(sim.state.flows, id);
  const at = endFlow(sim, flow);
  if (flow.purpose.kind === 'migration') onCopied(sim, flow.purpose.migration, at);
  else if (flow.purpose.kind === 'memory') onMemoryMoved(sim, flow.purpose.resource);
  else if (flow.purpose.kind === 'storage') onStorageCopied(sim, flow.purpose.migration);
  else onPlainMemoryMoved(sim, flow.purpose.machine);
}

/** A node's quarantine is over: its service, which waits, may join again. */
function onQuarantineEnd(sim: Simulation, node: string): void {
  endQuarantine(sim, node);
  awakeWaiting(sim);
}

/** What each kind of event does. The compiler finds the one that is missing. */
const handlers: DueHandlers = {
  timeline: (sim, { label, action }) => runTimelineAction(sim, action, label),
  'heartbeat.due': onHeartbeatDue,
  'regroup.end': onRegroupEnd,
  'partitions.meet': onPartitionsMeet,
  'witness.check': onWitnessCheck,
  'witness.changed': onWitnessChanged,
  'node.booted': (sim, { node }) => onNodeBooted(sim, node),
  'service.start': (sim, { node }) => onServiceStart(sim, node),
  'service.look': (sim, { node }) => onServiceLook(sim, node),
  'isolation.end': (sim, { node }) => onIsolationEnd(sim, node),
  'quarantine.end': (sim, { node }) => onQuarantineEnd(sim, node),
  'role.retry': (sim, { role }) => onRoleRetry(sim, role),
  'role.failback': (sim, { role }) => onRoleFailback(sim, role),
  'resource.done': (sim, { resource }) => onResourceDone(sim, resource),
  'resource.restart': (sim, { resource }) => onResourceRestart(sim, resource),
  'resource.check': (sim, { resource }) => onGuestCheck(sim, resource),
  'resource.late': (sim, { resource, timeout }) => onResourceLate(sim, resource, timeout),
  'machine.done': (sim, { machine }) => onPlainDone(sim, machine),
  'guest.booted': (sim, { machine }) => onGuestBooted(sim, machine),
  'flow.end': (sim, { flow }) => onFlowEnd(sim, flow),
  'migration.phase': (sim, { migration }) => onMigrationPhase(sim, migration),
  'migration.queue': startWaiting,
  'drain.check': (sim, { operation }) => onDrainCheck(sim, operation),
  'drain.finish': (sim, { node, then, operation }) => finishDrain(sim, node, then, operation),
  'shutdown.check': onShutdownCheck,
  'room.check': onRoomCheck,
  'start.check': onStartCheck,
  'volume.online': (sim, { volume }) => onVolumeOnline(sim, volume),
  'path.lost': onPathTimeOver,
  'device.synchronized': (sim, { device }) => onSynchronized(sim, device),
  'machine.critical': (sim, { machine }) => onMachineCritical(sim, machine),
};

/** Whether an event is about servers and what runs on them, whichever configuration of the cluster they had when it was scheduled. */
export function isAboutServers({ type }: DueEvent): boolean {
  return /^(node|service|partitions|guest|machine|flow|path|device)\./.test(type);
}

/** Lets a due event happen. */
export function handleDueEvent(sim: Simulation, due: DueEvent): void {
  const handle = handlers[due.type] as (sim: Simulation, due: DueEvent) => void;
  handle(sim, due);
}

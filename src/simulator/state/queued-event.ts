import type { TimelineAction } from '../scenario/scenario-story';

/** What can be due, as plain data. Ids name objects; what is gone by then is ignored. */
export type DueEvent =
  | { readonly type: 'timeline'; readonly label: string | null; readonly action: TimelineAction }
  | { readonly type: 'heartbeat.due' }
  | { readonly type: 'regroup.end' }
  | { readonly type: 'node.booted'; readonly node: string }
  | { readonly type: 'service.start'; readonly node: string }
  | { readonly type: 'service.look'; readonly node: string }
  | { readonly type: 'isolation.end'; readonly node: string }
  | { readonly type: 'quarantine.end'; readonly node: string }
  | { readonly type: 'role.retry'; readonly role: string }
  | { readonly type: 'role.failback'; readonly role: string }
  | { readonly type: 'resource.done'; readonly resource: string }
  | { readonly type: 'resource.restart'; readonly resource: string }
  | { readonly type: 'resource.check'; readonly resource: string }
  | { readonly type: 'resource.late'; readonly resource: string; readonly timeout: 'pending' | 'deadlock' }
  | { readonly type: 'machine.done'; readonly machine: string }
  | { readonly type: 'guest.booted'; readonly machine: string }
  | { readonly type: 'flow.end'; readonly flow: string }
  | { readonly type: 'migration.phase'; readonly migration: string }
  | { readonly type: 'migration.queue' }
  | { readonly type: 'drain.check'; readonly operation: string }
  | {
      readonly type: 'drain.finish';
      readonly node: string;
      readonly then: 'stop' | 'restart' | 'evict';
      readonly operation: string | null;
    }
  | { readonly type: 'shutdown.check' }
  | { readonly type: 'room.check' }
  | { readonly type: 'start.check' }
  | { readonly type: 'partitions.meet' }
  | { readonly type: 'witness.check' }
  | { readonly type: 'witness.changed' }
  | { readonly type: 'volume.online'; readonly volume: string }
  | { readonly type: 'path.lost'; readonly disk: string; readonly node: string }
  | { readonly type: 'device.synchronized'; readonly device: string }
  | { readonly type: 'machine.critical'; readonly machine: string };

/** Name of a kind of event. */
export type DueEventType = DueEvent['type'];

/** An event in the queue. */
export interface QueuedEvent {
  /** Simulated time. */
  readonly at: number;
  /** The timeline acts before all else that is due at the same time. */
  readonly order: 0 | 1;
  /** The time before it was rounded: what falls into one millisecond happens in this order. */
  readonly exact: number;
  /** Order of insertion, and what cancels it. */
  readonly id: number;
  /** The database that it is about. */
  readonly database: string;
  readonly due: DueEvent;
}

import type { Fault } from '#shared/faults/fault';
import type { EventLevel } from '#shared/model/cluster-event';
import type { JsonValue } from '#shared/model/operation';

/** What an entry of the timeline does. */
export type TimelineAction =
  | {
      readonly kind: 'command';
      /** Name in the command catalogue. */
      readonly command: string;
      /** As the catalogue's schema of the command puts it out. */
      readonly input: { readonly [key: string]: JsonValue };
    }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** Something that is done to the cluster. */
export interface TimelineEntry {
  /** Milliseconds since the start. */
  readonly at: number;
  /** Name of the operation for expectations and reports; null: it has none. */
  readonly label: string | null;
  readonly action: TimelineAction;
}

/** The kinds of object that an expectation can look at. */
export const expectedKinds = [
  'role',
  'resource',
  'virtualMachine',
  'node',
  'disk',
  'network',
  'networkInterface',
  'cluster',
] as const;

/** One kind of object that an expectation can look at. */
export type ExpectedKind = (typeof expectedKinds)[number];

/** What must be true. */
export type ExpectedFact =
  | {
      readonly kind: 'object';
      readonly object: ExpectedKind;
      /** Names it: one name, for an interface its node and its network, for the cluster nothing. */
      readonly name: readonly string[];
      /** Properties of the object in the snapshot; `cluster` is special: `running` or `stopped`. Empty: it exists. */
      readonly properties: { readonly [property: string]: JsonValue };
    }
  | {
      readonly kind: 'event';
      readonly id: number;
      /** The node that logged it; null: any. */
      readonly node: string | null;
      /** The object it is about; null: any. */
      readonly subject: string | null;
      readonly level: EventLevel | null;
      /** How often, exactly; null: at least once. */
      readonly count: number | null;
    }
  | {
      readonly kind: 'operation';
      readonly label: string;
      /** Durations in milliseconds: the measured one must be below. Null: any. */
      readonly downtimeBelow: number | null;
      readonly totalBelow: number | null;
      /** Properties of the operation in the snapshot. */
      readonly properties: { readonly [property: string]: JsonValue };
    };

/** One statement about the cluster at one moment. */
export interface Expectation {
  /** Milliseconds since the start, or when the run ends. */
  readonly at: number | 'end';
  /** It must not be true. */
  readonly negated: boolean;
  readonly fact: ExpectedFact;
  /** Where it stands in the file, both from 1. */
  readonly line: number;
  readonly column: number;
}

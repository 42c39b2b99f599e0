import type { GroupType, RoleState as RoleCondition } from '#shared/model/role';

/** Why a role moves, as far as the rules differ. */
export type MoveCause = 'command' | 'failover' | 'failback' | 'drain' | 'preemption';

/** What a role is in the middle of. Operations are ids; null: nobody asked. */
export type RoleTransition =
  | { readonly kind: 'online'; operation: string | null }
  | { readonly kind: 'offline'; operation: string | null }
  | {
      readonly kind: 'move';
      readonly cause: MoveCause;
      readonly from: string;
      readonly to: string;
      phase: 'offline' | 'online';
      /** Whether it comes online at its destination. */
      readonly bringOnline: boolean;
      /** The record of a quick migration; null for any other move. */
      readonly migration: string | null;
      operation: string | null;
    }
  | { readonly kind: 'live'; readonly migration: string; operation: string | null };

/** When a role goes back to its preferred owner. Hours of the day, 0 to 23. */
export type FailbackPolicy =
  | { readonly kind: 'prevent' }
  | { readonly kind: 'immediate' }
  | { readonly kind: 'window'; readonly from: number; readonly to: number };

/** One role. Owners are node ids. */
export interface RoleState {
  readonly id: string;
  name: string;
  readonly groupType: GroupType;
  owner: string | null;
  previousOwner: string | null;
  resources: string[];
  /** PersistentState: it is meant to be online. */
  online: boolean;
  /** 3000 high, 2000 medium, 1000 low, 0 no auto start. */
  priority: number;
  preferredOwners: string[];
  antiAffinity: string[];
  /** Threshold null: nodes - 1. Period in milliseconds. */
  failover: { threshold: number | null; period: number };
  failback: FailbackPolicy;
  /** Times of its failovers after failures of a resource. */
  failovers: number[];
  transition: RoleTransition | null;
  /** PhysicalResourcesLacking: it waits for room. */
  lacking: boolean;
  /** It was shut down for a role of higher priority. */
  preempted: boolean;
  /** WaitingToStart: it waits until roles of higher priority have been started. */
  waiting: boolean;
  /** It failed over more often than it may: nothing of it comes online before it is tried again or somebody does something. */
  exhausted: boolean;
  /** Its owner is isolated. */
  unmonitored: boolean;
  /** Queue id of the next attempt after it stayed failed; null when none is due. */
  retry: number | null;
  /** Queue id of a failback that waits for its window; null when none is due. */
  failbackDue: number | null;
  /** It was time for its failback while it was on its way: it fails back when it stands still. */
  failbackWaits: boolean;
  reason: string | null;
  /** The lasting state that was told last (1674). */
  told: RoleCondition;
}

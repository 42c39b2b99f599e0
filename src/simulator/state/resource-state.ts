/** A dependency expression whose providers are resource ids. */
export type Dependency =
  | { readonly kind: 'resource'; readonly id: string }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Dependency[] };

/** How a resource stands. Pending ones have a timer or a flow that ends it. */
export type ResourceCondition = 'Online' | 'Offline' | 'OnlinePending' | 'OfflinePending' | 'Failed';

/** When a failed resource is tried again. Durations in milliseconds. */
export interface RestartPolicy {
  threshold: number;
  period: number;
  delay: number;
  retryAfter: number;
}

/** One resource. Durations in milliseconds. */
export interface ResourceState {
  readonly id: string;
  name: string;
  /** Display name of its type. */
  readonly type: string;
  role: string;
  state: ResourceCondition;
  /** Whether it is meant to be online when its role is. */
  wanted: boolean;
  /** Queue id of what ends its pending state or its wait for a restart; null when nothing is due. */
  timer: number | null;
  dependsOn: Dependency | null;
  /** Node ids; empty: all. */
  possibleOwners: string[];
  readonly onlineTime: number;
  readonly offlineTime: number;
  readonly restart: RestartPolicy;
  /** Times of its restarts. */
  restarts: number[];
  looksAlive: number;
  isAlive: number;
  pendingTimeout: number;
  deadlockTimeout: number;
  /** The disk, machine or address behind it; null where its type has none. */
  readonly disk: string | null;
  readonly machine: string | null;
  readonly address: string | null;
  /** How many of the next attempts to bring it online fail, and on which node only; null: none. */
  fault: { readonly times: number; readonly node: string | null } | null;
  /** When it came online last: the health checks count from there. */
  onlineSince: number;
  /** Queue id of the health check that will notice something; null: all is well. */
  check: number | null;
  maintenance: boolean;
  /** The operation that waits for it alone; null when none does. */
  operation: string | null;
  reason: string | null;
}

import type { JsonValue } from '#shared/model/operation';

/**
 * What PowerShell sets in steps and the cluster learns as one: the two ends of a failback window. And private properties of
 * resources, which the simulated cluster has no use for but which a script reads back.
 */
export interface PracticeMemory {
  /** By Id of the role: the end of the window that was set, until the other end is. */
  readonly failbackWindows: Map<string, { readonly from?: number; readonly to?: number }>;
  /** By Id of the resource, then by name of the property. */
  readonly privateProperties: Map<string, Map<string, JsonValue>>;
}

/** A memory of nothing. */
export function practiceMemory(): PracticeMemory {
  return { failbackWindows: new Map(), privateProperties: new Map() };
}

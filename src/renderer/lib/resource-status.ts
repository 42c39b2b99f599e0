import type { ResourceState } from '#shared/model/resource';
import type { StatusWords } from './tone';

const ofState = {
  Initializing: { tone: 'progress', text: 'Initializing' },
  Online: { tone: 'ok', text: 'Online' },
  Offline: { tone: 'off', text: 'Offline' },
  Failed: { tone: 'error', text: 'Failed' },
  Pending: { tone: 'progress', text: 'Pending' },
  OnlinePending: { tone: 'progress', text: 'Online pending' },
  OfflinePending: { tone: 'progress', text: 'Offline pending' },
  Unknown: { tone: 'unknown', text: 'Unknown' },
} as const satisfies Record<ResourceState, StatusWords>;

/** How a resource is, in a word. */
export function resourceStatus(state: ResourceState): StatusWords {
  return ofState[state];
}

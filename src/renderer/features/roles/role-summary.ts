import type { ClusterView } from '#shared/model/cluster-view';
import { formatCount } from '../../lib/format/numbers';
import { ownRoles } from './role-row';

/** Counts beside the title. */
export interface CountPart {
  readonly text: string;
  readonly tone?: 'error' | 'warn';
}

/** How many roles there are, what is wrong first. */
export function roleCounts(view: ClusterView): readonly CountPart[] {
  const roles = ownRoles(view);
  const count = (state: string): number => roles.filter((role) => role.state === state).length;
  const failed = count('Failed');
  const partial = count('PartialOnline');
  const pending = count('Pending');
  const offline = count('Offline');
  const unknown = count('Unknown');
  return [
    ...(failed > 0 ? [{ text: `${failed} failed`, tone: 'error' } as const] : []),
    ...(partial > 0 ? [{ text: `${partial} partially online`, tone: 'warn' } as const] : []),
    ...(unknown > 0 ? [{ text: `${unknown} unknown`, tone: 'warn' } as const] : []),
    { text: formatCount(roles.length, 'role') },
    { text: `${count('Online')} online` },
    ...(pending > 0 ? [{ text: `${pending} pending` }] : []),
    ...(offline > 0 ? [{ text: `${offline} offline` }] : []),
  ];
}

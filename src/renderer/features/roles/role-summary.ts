import type { ClusterView } from '#shared/model/cluster-view';
import { formatCount } from '../../lib/format/numbers';
import type { StatusWords } from '../../lib/tone';
import { ownFacts } from './role-row';
import { roleStatus, statusRank } from './role-status';

/** Counts beside the title. */
export interface CountPart {
  readonly text: string;
  readonly tone?: 'error' | 'warn';
}

/** How many roles there are in each status of the grid: what is wrong, then all, then what is in order. */
export function roleCounts(view: ClusterView): readonly CountPart[] {
  const roles = ownFacts(view);
  const counts = new Map<string, { readonly status: StatusWords; count: number }>();
  for (const facts of roles) {
    const status = roleStatus(facts);
    const entry = counts.get(status.text);
    if (entry === undefined) counts.set(status.text, { status, count: 1 });
    else entry.count += 1;
  }
  const sorted = [...counts.values()].sort((a, b) => statusRank(a.status) - statusRank(b.status));
  const parts = sorted.map(({ status, count }) => ({ status, text: `${count} ${status.text.toLowerCase()}` }));
  const online = parts.filter(({ status }) => status.tone === 'ok');
  const wrong = parts.filter(({ status }) => toneOf(status) !== undefined);
  const rest = parts.filter((part) => !online.includes(part) && !wrong.includes(part));
  return [
    ...wrong.map(({ status, text }) => ({ text, ...withTone(toneOf(status)) })),
    { text: formatCount(roles.length, 'role') },
    ...[...online, ...rest].map(({ text }) => ({ text })),
  ];
}

function toneOf({ tone }: StatusWords): CountPart['tone'] {
  if (tone === 'error') return 'error';
  return tone === 'warn' || tone === 'unknown' ? 'warn' : undefined;
}

function withTone(tone: CountPart['tone']): Pick<CountPart, 'tone'> {
  return tone === undefined ? {} : { tone };
}

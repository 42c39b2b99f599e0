import { foldName } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import type { AgentLane } from '#backend/powershell/agent/agent-pool';
import type { SnapshotRows } from './rows-of-snapshot';

/** Rows that an agent of a lane answers a read with; undefined: it does not know the section. `args`: of the request. */
export function rowsFor(
  rows: SnapshotRows,
  lane: AgentLane,
  section: string,
  args: EventArguments & NamedArguments = {},
): readonly JsonValue[] | undefined {
  if (typeof lane !== 'string') {
    const node = rows.nodes.get(foldName(lane.node));
    if (node !== undefined && section === 'events') return eventsFor(node.events, args);
    return (node as { readonly [section: string]: readonly JsonValue[] } | undefined)?.[section];
  }
  const cluster: { readonly [section: string]: readonly JsonValue[] } = rows.cluster;
  return section === 'migrations' ? [] : cluster[section]?.filter((row) => isAskedFor(row, section, args));
}

/** Whether a row is about one of the objects that a request names; all are where it names none. */
function isAskedFor(row: JsonValue, section: string, args: NamedArguments): boolean {
  if (args.resources === undefined) return true;
  const { Kind, Name, Resource, Owner } = row as { readonly [field: string]: string };
  const named = (names: JsonValue | undefined, name = ''): boolean =>
    (names as readonly string[] | undefined)?.some((one) => foldName(one) === foldName(name)) === true;
  if (section === 'owners') return named(Kind === 'group' ? args.groups : args.resources, Name);
  if (section === 'dependencies') return named(args.resources, Resource);
  if (section === 'parameters') return Kind === 'type' || named(args.resources, Owner);
  return true;
}

interface NamedArguments {
  readonly groups?: JsonValue;
  readonly resources?: JsonValue;
}

type EventFields = { readonly [field: string]: JsonValue };

interface EventArguments {
  readonly limit?: JsonValue;
  readonly since?: JsonValue;
  readonly before?: JsonValue;
}

/** Of each channel the newest, those from a time on with the oldest first, or those before a place in it, as the agent does. */
function eventsFor(rows: readonly EventFields[], args: EventArguments): readonly JsonValue[] {
  const limit = Number(args.limit ?? Infinity);
  const since = (args.since ?? {}) as { readonly [channel: string]: string };
  const before = args.before as { readonly [channel: string]: { time: string; record: string } } | undefined;
  const timeOf = (row: EventFields): number => Date.parse(row['TimeCreated'] as string);
  return [...new Set(rows.map((row) => row['LogName'] as string))].flatMap((channel) => {
    const own = rows.filter((row) => row['LogName'] === channel);
    const from = since[channel];
    const mark = before?.[channel];
    if (from !== undefined) return own.filter((row) => timeOf(row) >= Date.parse(from)).slice(0, limit);
    if (before === undefined) return own.slice(-limit).reverse();
    if (mark === undefined) return [];
    return own
      .filter((row) => timeOf(row) <= Date.parse(mark.time) && Number(row['RecordId']) < Number(mark.record))
      .slice(-limit)
      .reverse();
  });
}

/** What an agent says that does not do something. */
export function unsupportedFailure(what: string): { readonly [name: string]: JsonValue } {
  const message = `This agent does not do ${what}.`;
  return { fqid: 'Regroup.Unsupported', category: 'InvalidOperation', hresult: null, win32: null, message, inner: [] };
}

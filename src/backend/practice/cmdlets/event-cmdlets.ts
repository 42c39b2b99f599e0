import type { ClusterEvent } from '#shared/model/cluster-event';
import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import { nameOf } from '../bound-parameters';
import { CmdletError, notFound, notSimulated, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { machineGuid } from '../machine-guid';
import { expressionOf } from '../name-pattern';
import type { PracticeObject } from '../practice-object';
import { act } from './act';
import { anyCluster, givenNames, localNode, nodeNamed, runningCluster } from './scope';
import { writeFiles } from './write-files';

/** `Level` of an event record. */
const levels = { critical: 1, error: 2, warning: 3, information: 4 } as const;
const levelNames = { critical: 'Critical', error: 'Error', warning: 'Warning', information: 'Information' } as const;

/** The logs that nodes of the practice cluster have. */
const logs = [
  'System',
  'Microsoft-Windows-FailoverClustering/Operational',
  'Microsoft-Windows-Hyper-V-High-Availability-Admin',
  'Microsoft-Windows-Hyper-V-VMMS-Admin',
  'Microsoft-Windows-Hyper-V-Worker-Admin',
];

/** Keys of -FilterHashtable that are understood. */
const filterKeys = ['LogName', 'ProviderName', 'Id', 'Level', 'StartTime', 'EndTime'];

function eventObject(event: ClusterEvent, run: CmdletRun): PracticeObject {
  return {
    $type: 'EventRecord',
    TimeCreated: run.cluster.dateOf(event.time),
    Id: event.id,
    Level: levels[event.level],
    LevelDisplayName: levelNames[event.level],
    LogName: event.channel,
    ProviderName: event.source,
    MachineName: event.node,
    RecordId: event.sequence,
    Message: event.message,
    Properties: valuesOf(event, run),
  };
}

/** The values of 20415 and 20417: the machine's name and Id, and how many seconds it stood still. */
function valuesOf({ id, subject, time }: ClusterEvent, run: CmdletRun): readonly JsonValue[] {
  if ((id !== 20415 && id !== 20417) || subject === null) return [];
  const view = run.cluster.view();
  const machine = view.machineOf(subject.name);
  const ended = view.snapshot.operations.find(
    ({ target, endedAt, migration }) => target?.name === subject.name && endedAt === time && migration !== null,
  );
  const downtime = ended?.migration?.downtime ?? null;
  return machine === undefined || downtime === null ? [] : [machine.name, machineGuid(machine), downtime / 1000];
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

type Filter = { readonly [key: string]: JsonValue };

function filterOf(run: CmdletRun): Filter {
  const { parameters } = run;
  const given = parameters.value('FilterHashtable');
  if (given === undefined)
    return { logname: parameters.texts('LogName') ?? null, providername: parameters.texts('ProviderName') ?? null };
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw wrongArgument('-FilterHashtable takes one hashtable on the practice cluster.');
  const unknown = Object.keys(given).find((key) => !filterKeys.some((known) => foldName(known) === foldName(key)));
  if (unknown !== undefined) throw notSimulated(`The key ${unknown} of -FilterHashtable`);
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [foldName(key), value]));
}

/** Throws for a log that nothing is known of: that no event of it is found would be a lie. */
function requireKnownLogs(filter: Filter): void {
  for (const name of listOf(filter['logname']).map(nameOf))
    if (!logs.some((log) => expressionOf(name).test(log))) throw notSimulated(`The event log ${name}`);
}

function fits(event: ClusterEvent, filter: Filter, run: CmdletRun): boolean {
  const among = (key: string, value: string | number): boolean => {
    const wanted = listOf(filter[key]);
    return wanted.length === 0 || wanted.some((one) => expressionOf(nameOf(one)).test(String(value)));
  };
  const time = run.cluster.dateOf(event.time);
  const [from, to] = [filter['starttime'], filter['endtime']].map((value) =>
    typeof value === 'number' ? value : undefined,
  );
  return (
    among('logname', event.channel) &&
    among('providername', event.source) &&
    among('id', event.id) &&
    among('level', levels[event.level]) &&
    (from === undefined || time >= from) &&
    (to === undefined || time <= to)
  );
}

/** Every event of a node, newest first. */
async function eventsOf(run: CmdletRun, node: string): Promise<readonly ClusterEvent[]> {
  const events: ClusterEvent[] = [];
  for (let before: number | undefined; ;) {
    const page = await run.cluster.events({ node, limit: 1000, ...(before === undefined ? {} : { before }) });
    events.push(...page.events);
    if (page.next === null) return events;
    before = page.next;
  }
}

function nodeOf(run: CmdletRun, view: ClusterView): string {
  const name = run.parameters.text('ComputerName');
  if (name === undefined) return localNode(view).name;
  const node = view.node(name.split('.')[0] ?? name);
  if (node === undefined) throw notFound('node', name);
  return node.name;
}

/** Cmdlets about logs. Get-WinEvent belongs to neither module; the practice cluster's events are read with it all the same. */
export const eventCmdlets = {
  'Get-WinEvent': async (run) => {
    const filter = filterOf(run);
    requireKnownLogs(filter);
    const most = run.parameters.number('MaxEvents') ?? Number.POSITIVE_INFINITY;
    const all = await eventsOf(run, nodeOf(run, anyCluster(run)));
    const found = all.filter((event) => fits(event, filter, run)).slice(0, most);
    if (found.length === 0)
      throw new CmdletError({
        win32: null,
        category: 'ObjectNotFound',
        fqid: 'NoMatchingEventsFound',
        message: 'No events were found that match the specified selection criteria.',
      });
    for (const event of run.parameters.flag('Oldest') ? [...found].reverse() : found)
      run.write(eventObject(event, run));
  },
  'Get-ClusterLog': async (run) => {
    const view = runningCluster(run);
    const { parameters } = run;
    const minutes = parameters.number('TimeSpan');
    const nodes = givenNames(run, 'Node', ['ClusterNode'])?.map((name) => nodeNamed(view, name).name);
    const operation = await act(run, 'cluster.collectLog', {
      ...(nodes === undefined ? {} : { nodes }),
      ...(minutes === undefined ? {} : { timeSpan: minutes * 60_000 }),
      ...(parameters.flag('UseLocalTime') ? { localTime: true } : {}),
    });
    await writeFiles(run, operation, parameters.text('Destination') ?? null);
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

import { useState } from 'react';
import { useCluster, useReading, useTimeScale } from '../../../lib/cluster-context';
import { equalFields, equalLists } from '../../../lib/equality';
import { formatTime } from '../../../lib/format/time';
import { scriptOf } from '../../../app/show-powershell';
import { clusterMachine, machineChoices, type MachineChoice } from './machine-choices';
import type { ConfiguredMachine, RoleReport } from './report';
import type { RoleType } from './role-types';
import { useMachineRuns } from './use-machine-runs';

/** The pages of the wizard, in order. */
export const pages = [
  { id: 'before', title: 'Before You Begin' },
  { id: 'type', title: 'Select Service or Application' },
  { id: 'machines', title: 'Select Virtual Machine' },
  { id: 'confirmation', title: 'Confirmation' },
  { id: 'configure', title: 'Configure' },
  { id: 'summary', title: 'Summary' },
] as const;

/** One page. */
export type PageId = (typeof pages)[number]['id'];

/** What the wizard shows and does. */
export interface ConfigureRole {
  readonly page: PageId;
  readonly type: RoleType['id'] | null;
  readonly chooseType: (type: RoleType['id']) => void;
  readonly choices: readonly MachineChoice[];
  /** Names of the chosen machines that still can be chosen. */
  readonly chosen: readonly string[];
  readonly toggle: (name: string) => void;
  /** The PowerShell that does the same. */
  readonly script: string;
  readonly machines: readonly ConfiguredMachine[];
  /** Leaves out the machines whose turn has not come; undefined: there is none. */
  readonly cancelWork: (() => void) | undefined;
  readonly report: RoleReport;
  /** Undefined: there is no way back or forth from this page now. */
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  /** Why there is no way forth. */
  readonly blockedBecause: string | undefined;
}

/** The logic of "Configure a Service or Application". */
export function useConfigureRole(): ConfigureRole {
  const scale = useTimeScale();
  const [wanted, setPage] = useState<PageId>('before');
  const [type, chooseType] = useState<RoleType['id'] | null>(null);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const choices = useCluster(machineChoices, (a, b) => equalLists(a, b, equalFields));
  const runs = useMachineRuns();
  // When the work is done there is nothing left to see on its page.
  const page = wanted === 'configure' && runs.machines.length > 0 && !runs.busy ? 'summary' : wanted;

  const chosen = marked.filter((name) => choices.some((choice) => choice.name === name && choice.reason === null));
  const worked = runs.machines.map(({ name }) => name);
  const names = worked.length > 0 ? worked : chosen;
  const script = useCluster((view) => names.map((vm) => scriptOf(clusterMachine, { vm }, view) ?? '').join('\n'));
  const cluster = useCluster((view) => view.snapshot.cluster.name);
  const time = useReading(({ view }) => formatTime(runs.endedAt ?? view.snapshot.time, scale));

  const blockedBecause = whyNotNext(page, type, chosen);
  const start = (): void => {
    runs.start(chosen);
    setPage('configure');
  };
  const next = (): void => (page === 'confirmation' ? start() : setPage(neighbour(page, 1)));
  const canGoBack = page === 'type' || page === 'machines' || page === 'confirmation';
  const canGoOn = canGoBack || page === 'before';
  return {
    page,
    type,
    chooseType,
    choices,
    chosen,
    toggle: (name) => setMarked((before) => toggled(before, name)),
    script,
    machines: runs.machines,
    cancelWork: runs.waits ? runs.cancel : undefined,
    report: { cluster, time, machines: runs.machines, script },
    previous: canGoBack ? () => setPage(neighbour(page, -1)) : undefined,
    next: canGoOn && blockedBecause === undefined ? next : undefined,
    blockedBecause: canGoOn ? blockedBecause : undefined,
  };
}

function whyNotNext(page: PageId, type: RoleType['id'] | null, chosen: readonly string[]): string | undefined {
  if (page === 'type' && type === null) return 'Select a service or application first.';
  if ((page === 'machines' || page === 'confirmation') && chosen.length === 0) return 'Select a virtual machine first.';
  return undefined;
}

function neighbour(page: PageId, step: 1 | -1): PageId {
  const at = pages.findIndex(({ id }) => id === page);
  return pages[at + step]?.id ?? page;
}

function toggled(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
}

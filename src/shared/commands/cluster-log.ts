import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import { accepted, defineCommand } from './command-definition';
import { duration, objectNames, text } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { isRunning, nodeNotRunning, nodesUnknown } from './rules/node-rules';
import { runningCluster } from './rules/subject';
import { call } from './script-step';
import { aboutCluster } from './targets';
import { durationInWords, listOf } from './words';

const minute = 60_000;

/** Only a node whose cluster service runs writes its log: 5050. */
function cannotCollect(names: readonly string[], view: ClusterView): Objection {
  const unknown = nodesUnknown(names, view);
  if (unknown !== null) return unknown;
  for (const name of names) {
    const node = view.node(name);
    const reason = node === undefined ? null : nodeNotRunning(node);
    if (reason !== null)
      return { ...reason, advice: 'Leave the node out; its log can be collected when it is up again.' };
  }
  return null;
}

function namesOf(isWanted: boolean, view: ClusterView): readonly string[] {
  return view.snapshot.nodes.filter((node) => isRunning(node) === isWanted).map(({ name }) => name);
}

/** Has nodes write their cluster logs, and brings these back. */
export const collectLog = defineCommand({
  name: 'cluster.collectLog',
  title: 'Collect Cluster Log',
  ...aboutCluster,
  input: z.strictObject({
    /** Left out: every node that is up. */
    nodes: objectNames.optional(),
    /** How far back, in whole minutes; left out: as far as each node still has it. */
    timeSpan: duration.min(minute).optional(),
    /** True: times are those of the node's time zone; left out: UTC. */
    localTime: z.boolean().optional(),
    /** A folder that keeps the logs too, as the computer sees it on which PowerShell runs; left out: none does. */
    destination: text.optional(),
  }),
  risk: 'safe',
  onlyReads: true,
  asks: true,
  describe: ({ nodes }) =>
    nodes === undefined ? 'Collect the cluster log' : `Collect the cluster log of ${listOf(nodes)}`,
  availability: (name, view) => {
    // It is offered for one of the nodes too.
    const node = view.node(name);
    return runningCluster.offer(name, view, () => (node === undefined ? null : nodeNotRunning(node)));
  },
  check: ({ nodes, timeSpan, localTime, destination }, view) =>
    runningCluster.check('', view, () => {
      const chosen = nodes ?? namesOf(true, view);
      const reason = chosen.length === 0 ? objection('No node is up.', 5050) : cannotCollect(chosen, view);
      const left = nodes === undefined ? namesOf(false, view) : [];
      const since = timeSpan === undefined ? 'as far back as it goes' : `the last ${durationInWords(timeSpan)}`;
      return (
        refusal(reason) ??
        accepted(
          `The cluster log of ${listOf(chosen)} is written, ${since}, with times ${localTime === true ? 'of the node' : 'in UTC'}. It can be large.`,
          ...(left.length === 0 ? [] : [`${listOf(left)} cannot be asked: not up.`]),
          destination === undefined
            ? 'The logs are brought to this computer and can be saved or opened from the task.'
            : `The logs are kept in ${destination}, and brought to this computer: they can be saved or opened from the task.`,
          'Nothing in the cluster changes.',
        )
      );
    }),
  script: ({ nodes, timeSpan, localTime, destination }, view) => {
    const up = view === undefined ? [] : namesOf(true, view);
    const someAreDown = view !== undefined && up.length > 0 && up.length < view.snapshot.nodes.length;
    return [
      call('Get-ClusterLog', {
        Node: nodes ?? (someAreDown ? up : undefined),
        Destination: destination ?? '.',
        TimeSpan: timeSpan === undefined ? undefined : Math.ceil(timeSpan / minute),
        UseLocalTime: localTime === true ? true : undefined,
      }),
    ];
  },
});

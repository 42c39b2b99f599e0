import { lazy } from 'react';
import { definePlace, type Feature, type SummaryPart } from '../../app/feature';
import type { ClusterView } from '#shared/model/cluster-view';
import { formatCount } from '../../lib/format/numbers';
import { nodesUpWithUnit } from '../../lib/nodes-up';
import { ownRoles } from '../roles';
import { Overview } from './overview';
import { problemsOf } from './problems';

const MoveCoreDialog = lazy(() => import('./move-core-dialog').then((file) => ({ default: file.MoveCoreDialog })));

const stateWords = { Running: 'running', Stopped: 'stopped', NotFormed: 'not formed yet' } as const;

function counts(view: ClusterView): readonly SummaryPart[] {
  const { cluster, nodes, quorum } = view.snapshot;
  const { tone, text } = nodesUpWithUnit(nodes);
  return [
    ...(cluster.state === 'Running' ? [] : [{ text: stateWords[cluster.state], tone: 'error' } as const]),
    { text, ...(tone !== 'ok' && { tone }) },
    { text: `${quorum.votes} of ${formatCount(quorum.votesTotal, 'vote')}` },
    { text: formatCount(ownRoles(view).length, 'role') },
  ];
}

const clusterPlace = definePlace({
  kind: 'cluster',
  reads: ['cluster', 'nodes', 'quorum', 'roles'],
  shows: ['resources', 'networks', 'networkInterfaces', 'disks', 'sharedVolumes', 'events'],
  title: (_place, view) => view.snapshot.cluster.name,
  summary: (_place, view) => counts(view),
  target: (_place, view) => ({ kind: 'cluster', name: view.snapshot.cluster.name }),
  body: () => <Overview />,
});

/** The summary of the cluster. */
export const overviewFeature: Feature = {
  places: [clusterPlace],
  dialogs: [{ command: 'cluster.moveCoreResources', render: (props) => <MoveCoreDialog {...props} /> }],
  problems: problemsOf,
};

import { lazy } from 'react';
import type { Feature } from '../../app/feature';
import { nodePlace } from './node-place';
import { nodesPlace } from './nodes-place';

const PauseDialog = lazy(() => import('./dialogs/pause-dialog').then((file) => ({ default: file.PauseDialog })));
const ResumeDialog = lazy(() => import('./dialogs/resume-dialog').then((file) => ({ default: file.ResumeDialog })));
const VoteDialog = lazy(() => import('./dialogs/vote-dialog').then((file) => ({ default: file.VoteDialog })));

/** Nodes: all of them, and each by itself. */
export const nodesFeature: Feature = {
  places: [nodesPlace, nodePlace],
  dialogs: [
    { command: 'node.pause', render: (props) => <PauseDialog {...props} /> },
    { command: 'node.resume', render: (props) => <ResumeDialog {...props} /> },
    { command: 'node.setVote', render: (props) => <VoteDialog {...props} /> },
  ],
};

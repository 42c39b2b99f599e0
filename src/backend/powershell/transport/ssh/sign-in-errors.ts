import { clusterError } from '#shared/model/cluster-error';
import type { StartError } from '../../agent/agent-request';

/** Somebody did not want to say what was asked. */
export const cancelled: StartError = {
  ...clusterError('cancelled', 'Signing in was cancelled.', { advice: 'Connect again when you want to sign in.' }),
  stage: 'authenticate',
};
/** It is too late. */
export const closed: StartError = clusterError('notConnected', 'The connection was closed.');
/** Nobody can be asked. */
export const noPipe: StartError = {
  ...clusterError('unexpected', 'Regroup cannot ask for passwords on this computer: its pipe could not be opened.', {
    advice: 'Use a key and an agent of ssh.',
  }),
  stage: 'authenticate',
};

/** There is no other password to try on a host than the one that was refused. */
export function refusedBefore(host: string): StartError {
  const error = clusterError('accessDenied', `${host} refused the password or passphrase of this connection.`, {
    advice: 'Connect again to give another one; the nodes of a cluster need the same account, or the same key.',
  });
  return { ...error, stage: 'authenticate' };
}

/** A question that Regroup does not put to anybody. */
export function strangeQuestion(host: string, question: string): StartError {
  const error = clusterError(
    'unsupported',
    `To sign in to ${host}, ssh asks ${JSON.stringify(question.slice(0, 200))}.`,
    {
      advice: 'Regroup cannot answer that: use a key with an agent of ssh.',
    },
  );
  return { ...error, stage: 'authenticate' };
}

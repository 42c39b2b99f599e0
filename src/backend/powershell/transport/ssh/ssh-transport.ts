import { success } from '#shared/model/result';
import type { AgentPlace, PreparePlace } from '../../agent/agent';
import type { ClusterTransport } from '../../cluster-transport';
import { hostOf, isHostName, openSeats, seatsOf } from '../node-seats';
import type { TransportSurroundings } from '../transport-surroundings';
import { createSshSignIn, type SshQuestions } from './sign-in';
import { agentArguments, askNothing } from './ssh-arguments';
import { followSsh } from './ssh-follower';
import type { SshPlace } from './ssh-place';

/**
 * Reaches a cluster through one of its nodes, from every platform. The node's own tools do the work, so no cluster is named.
 * `questions` null: nothing is asked; a password or the key of a new host make it fail.
 */
export function sshTransport(
  place: SshPlace,
  around: TransportSurroundings,
  questions: SshQuestions | null,
): ClusterTransport {
  const open = { ...(place.modulePath !== null && { modulePath: place.modulePath }) };
  const signIn = questions === null ? null : createSshSignIn(place, questions, open, around.time);
  const prepare = (host: string): ReturnType<PreparePlace> =>
    signIn?.prepare(host) ?? Promise.resolve(success(silentPlace(place, host, open)));
  return {
    namesNodes: false,
    seats: (nodes) => seatsOf(place.host, nodes),
    open: openSeats(place.host, around, prepare),
    ...(signIn !== null && {
      signIn,
      meet: (nodes: readonly string[]) => signIn.meet(nodes.map((node) => hostOf(place.host, node)).filter(isHostName)),
    }),
  };
}

function silentPlace(place: SshPlace, host: string, open: AgentPlace['open']): AgentPlace {
  return {
    launch: { command: place.ssh, args: agentArguments(place, host, askNothing) },
    open,
    follower: followSsh({
      place,
      host,
      knownHosts: null,
      isAsking: () => false,
      signedIn: () => undefined,
      ended: (error) => error,
    }),
  };
}

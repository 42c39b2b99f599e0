import type { AgentPlace } from '../agent/agent';
import type { StartError } from '../agent/agent-request';
import { powerShellArguments } from '../agent/bootstrap';
import type { ProcessFollower } from '../agent/process-follower';
import type { ClusterTransport } from '../cluster-transport';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { Asker } from './asker';
import { openSeats, seatsOf } from './node-seats';
import { createSecretKeeper, type ProcessSecrets } from './secret-keeper';
import type { TransportSurroundings } from './transport-surroundings';
import { createTurns } from './turns';

/** A node that is reached by PowerShell remoting (WinRM) from a PowerShell of this computer. */
export interface SessionPlace {
  readonly host: string;
  /** Null: the user of this computer. */
  readonly user: string | null;
  /** Null: 5985, or 5986 with `ssl`. */
  readonly port: number | null;
  readonly ssl: boolean;
  /** An endpoint of just enough administration, where the module Regroup is; null: the usual one. */
  readonly configuration: string | null;
  /** PowerShell of this computer. */
  readonly executable: string;
  /** A folder of the node; not used with `configuration`. */
  readonly modulePath: string | null;
}

/** How often a password may be wrong before nothing is tried any more. */
const wrongPasswords = 3;

/** Reaches a cluster through a session to one of its nodes. The node's own tools do the work, so no cluster is named. */
export function sessionTransport(
  place: SessionPlace,
  around: TransportSurroundings,
  asker: Asker | null,
): ClusterTransport {
  const { user } = place;
  const gone = new AbortController();
  const turns = createTurns();
  const secrets =
    user === null || asker === null
      ? null
      : createSecretKeeper(asker, (ask) => turns.run('question', ask), gone.signal);
  let wrong = 0;
  let isSignedIn = false;

  const placeOn = (host: string, secret: string | null, follower?: ProcessFollower): AgentPlace => ({
    launch: { command: place.executable, args: powerShellArguments() },
    open: {
      session: {
        computer: host,
        port: place.port,
        ssl: place.ssl,
        configuration: place.configuration,
        ...(secret !== null && { user, secret }),
      },
      ...(place.modulePath !== null && { modulePath: place.modulePath }),
    },
    ...(follower !== undefined && { follower }),
  });

  /** Follows a process that got a password, until it is known whether that was right. */
  const follow = (given: ProcessSecrets, done: () => void): ProcessFollower => ({
    errorLine: () => false,
    isAsking: () => false,
    ready: () => {
      isSignedIn = true;
      wrong = 0;
      given.proven();
      done();
    },
    failed: ({ stage }) => {
      if (stage === 'authenticate') given.refused(++wrong >= wrongPasswords);
      done();
      return stage === 'authenticate' && secrets?.givenUp === null && !isSignedIn;
    },
    ended: () => {
      done();
      return null;
    },
  });

  const prepare = async (host: string): Promise<Result<AgentPlace, StartError>> => {
    if (user === null) return success(placeOn(host, null));
    if (secrets === null) return failure(refusal(`A password is needed for ${user}, and nobody can be asked here.`));
    // The first one signs in alone: one question for all.
    const done = isSignedIn ? () => undefined : await turns.take('start');
    const given = secrets.process(host);
    const secret = secrets.givenUp === null ? await given.give({ kind: 'password', account: user }) : null;
    if (secret !== null && !gone.signal.aborted) return success(placeOn(host, secret, follow(given, done)));
    done();
    if (secrets.givenUp === 'cancelled')
      return failure({ ...clusterError('cancelled', 'Signing in was cancelled.', again), stage: 'authenticate' });
    return failure(refusal(`${host} refused the password of ${user}.`));
  };

  return {
    namesNodes: false,
    ...(place.configuration !== null && { hasRoles: true }),
    seats: (nodes) => seatsOf(place.host, nodes),
    open: openSeats(place.host, around, prepare, true),
    ...(secrets !== null && {
      signIn: {
        askAgain: () => {
          wrong = 0;
          secrets.askAgain();
        },
        close: () => {
          gone.abort();
          secrets.forget();
        },
      },
    }),
  };
}

const again = { advice: 'Connect again when you want to sign in.' };

function refusal(message: string): StartError {
  return { ...clusterError('accessDenied', message, again), stage: 'authenticate' };
}

import { failure, success, type Result } from '#shared/model/result';
import type { AgentPlace } from '../../agent/agent';
import type { StartError } from '../../agent/agent-request';
import type { RealTime } from '../../../real-time';
import type { SignIn } from '../../cluster-transport';
import type { Asker } from '../asker';
import { startAskpassServer, type AskpassServer } from './askpass-server';
import { createHostKeys } from './host-keys';
import { createSecretKeeper, type WantedSecret } from '../secret-keeper';
import { cancelled, closed, noPipe, refusedBefore, strangeQuestion } from './sign-in-errors';
import { agentArguments, askSecrets } from './ssh-arguments';
import { followSsh } from './ssh-follower';
import type { SshPlace } from './ssh-place';
import { createTurns } from '../turns';
import { wantedSecret } from './wanted-secret';

/** Who answers the questions of ssh, and what that needs. */
export interface SshQuestions {
  readonly asker: Asker;
  /** File of the host keys that were trusted in Regroup. */
  readonly knownHosts: string;
  /** Folder of the askpass program. */
  readonly askpassFolder: string;
}

/** Signs all processes of one connection in. */
export interface SshSignIn extends SignIn {
  /** Makes ready a process of ssh that starts PowerShell on a host. */
  prepare(host: string): Promise<Result<AgentPlace, StartError>>;
  /** These hosts will be reached soon: what is new of them is asked about together. */
  meet(hosts: readonly string[]): void;
}

/**
 * The first process signs in alone, and so does the first on each host: one question for all of them, and no crowd of
 * connections that wait at a server for a password.
 */
export function createSshSignIn(
  place: SshPlace,
  questions: SshQuestions,
  open: AgentPlace['open'],
  time: RealTime,
): SshSignIn {
  const { asker, knownHosts, askpassFolder } = questions;
  const gone = new AbortController();
  const { signal } = gone;
  const asking = createTurns();
  const oneAtATime = <T>(ask: () => Promise<T>): Promise<T> => asking.run('question', ask);
  const starting = createTurns();
  const signedIn = new Set<string>();
  const isClosed = (): boolean => signal.aborted;
  const secrets = createSecretKeeper(asker, oneAtATime, signal);
  const hostKeys = createHostKeys({ place, knownHosts, asker, oneAtATime, signal, time });
  let serving: Promise<AskpassServer> | null = null;

  /** Nobody has to wait on a host where somebody is signed in; until there is one, everybody waits for one turn. */
  const turnFor = (host: string): string | null => {
    if (signedIn.size === 0) return '';
    return signedIn.has(host) ? null : host;
  };
  const turnOf = async (host: string): Promise<() => void> => {
    for (let turn = turnFor(host); turn !== null; turn = turnFor(host)) {
      const done = await starting.take(turn);
      // Meanwhile somebody may have signed in.
      if (turnFor(host) === turn) return done;
      done();
    }
    return () => undefined;
  };

  const start = async (host: string, done: () => void): Promise<Result<AgentPlace, StartError>> => {
    if (isClosed()) return failure(closed);
    const known = await hostKeys.check(host);
    if (!known.ok) return known;
    if (secrets.givenUp !== null) return failure(secrets.givenUp === 'cancelled' ? cancelled : refusedBefore(host));
    serving ??= startAskpassServer(askpassFolder);
    const server = await serving.catch(() => null);
    if (isClosed()) return failure(closed);
    if (server === null) {
      serving = null;
      return failure(noPipe);
    }
    const given = secrets.process(host);
    const stop = new AbortController();
    let stopped: StartError | null = null;
    let waiting = 0;
    const asked = server.expect(async (question) => {
      const wanted = wantedSecret(question, place);
      waiting += 1;
      const secret = wanted === null ? null : await given.give(wanted);
      waiting -= 1;
      if (secret !== null) return secret;
      // Without an answer ssh would try an empty password, and that counts as a wrong one.
      stopped = whyNot(wanted, question, host);
      stop.abort();
      return null;
    });
    return success({
      launch: {
        command: place.ssh,
        args: agentArguments(place, host, askSecrets(knownHosts)),
        environment: asked.environment,
      },
      open,
      follower: followSsh({
        place,
        host,
        knownHosts,
        isAsking: () => waiting > 0,
        stop: stop.signal,
        signedIn: () => {
          signedIn.add(host);
          given.proven();
          asked.end();
          done();
        },
        ended: (error) => {
          asked.end();
          if (error?.stage === 'authenticate') given.refused(true);
          done();
          return stopped ?? error;
        },
      }),
    });
  };

  const whyNot = (wanted: WantedSecret | null, question: string, host: string): StartError => {
    if (wanted === null) return strangeQuestion(host, question);
    return secrets.givenUp === 'cancelled' ? cancelled : refusedBefore(host);
  };

  return {
    prepare: async (host) => {
      const done = await turnOf(host);
      const prepared = await start(host, done);
      if (!prepared.ok) done();
      return prepared;
    },
    meet: (hosts) => hostKeys.meet(hosts),
    askAgain: () => {
      secrets.askAgain();
      hostKeys.askAgain();
    },
    close: () => {
      gone.abort();
      secrets.forget();
      void serving?.then((server) => server.close()).catch(() => undefined);
      serving = null;
    },
  };
}

import { z } from 'zod';
import { methods, type MethodName } from '#shared/contract/contract';
import { clusterError } from '#shared/model/cluster-error';
import { failure, type Result } from '#shared/model/result';
import type { Log } from '../log/log';
import type { Caller, Handler, Handlers } from './handlers';

/** Answers a call whose name and input were checked by nobody yet. Never throws. */
export type Dispatcher = (caller: Caller, name: unknown, input: unknown) => Promise<Result<unknown>>;

/** Derives the one dispatcher from the contract and a handler for each of its methods. */
export function createDispatcher(handlers: Handlers, log: Log): Dispatcher {
  const run = async (caller: Caller, name: MethodName, input: unknown): Promise<Result<unknown>> => {
    const parsed = methods[name].input.safeParse(input);
    if (!parsed.success) {
      log.warn(`The window called ${name} with a wrong input.`, z.prettifyError(parsed.error));
      return failure(clusterError('badInput', `${name}: ${z.prettifyError(parsed.error)}`));
    }
    // The compiler cannot see that the schema and the handler of one name belong together.
    return (handlers[name] as Handler<MethodName>)(parsed.data, caller);
  };
  return async (caller, name, input) => {
    if (!isMethodName(name)) {
      log.warn('The window called a method that does not exist.');
      return failure(clusterError('badInput', 'There is no such method.'));
    }
    try {
      return await run(caller, name, input);
    } catch (error) {
      log.error(`${name} failed.`, error);
      return failure(unexpected(error));
    }
  };
}

function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(methods, name);
}

function unexpected(error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  return clusterError('unexpected', `Regroup made a mistake: ${message}`, {
    advice: 'Try again. If it happens again, report it with the log file (Help, Open Log Folder).',
  });
}

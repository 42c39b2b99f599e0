import type { ContractEvents, MethodName, MethodOutput, ParsedInput } from '#shared/contract/contract';
import type { Result } from '#shared/model/result';

/** The page that made a call. */
export interface Caller {
  /** Names its window, the same when it is loaded anew. */
  readonly window: number;
  send<Name extends keyof ContractEvents>(name: Name, payload: ContractEvents[Name]): void;
  /** Shows its window, which is hidden until there is something to see. */
  reveal(): void;
  /** Aborted when the page is gone: its window closed, it crashed, or it was loaded anew. */
  readonly gone: AbortSignal;
}

/** Carries out one method of the contract. */
export type Handler<Name extends MethodName> = (
  input: ParsedInput<Name>,
  caller: Caller,
) => Result<MethodOutput<Name>> | Promise<Result<MethodOutput<Name>>>;

/** A handler for every method: the compiler says which one is missing. */
export type Handlers = { readonly [Name in MethodName]: Handler<Name> };

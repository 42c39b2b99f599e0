import type { Result } from '../model/result';
import type { ContractEvents, MethodInput, MethodName, MethodOutput } from './contract';

/** What preload puts on `window.regroup`: the whole way between the window and main. */
export interface Bridge {
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<Result<MethodOutput<Name>>>;
  /** Listens; the answer stops listening. */
  on<Name extends keyof ContractEvents>(name: Name, listener: (payload: ContractEvents[Name]) => void): () => void;
}

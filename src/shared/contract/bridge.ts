import type { Result } from '../model/result';
import type { ContractEvents, MethodInput, MethodName, MethodOutput } from './contract';

/** The whole way between the window and main. */
export interface Bridge {
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<Result<MethodOutput<Name>>>;
  /** Listens; the answer stops listening. */
  on<Name extends keyof ContractEvents>(name: Name, listener: (payload: ContractEvents[Name]) => void): () => void;
}

/**
 * What preload puts on `window.regroup`. Events come from main as JSON texts: Electron copies objects into preload and once
 * more into the page, one field after another, which takes longer for thousands of machines than all that the window does
 * with them.
 */
export interface BridgeWire extends Pick<Bridge, 'call'> {
  /** Listens to the payloads of an event, as JSON; the answer stops listening. */
  on(name: keyof ContractEvents, listener: (payload: string) => void): () => void;
}

import type { Bridge, BridgeWire } from '#shared/contract/bridge';
import type { ContractEvents, MethodInput, MethodName, MethodOutput } from '#shared/contract/contract';
import type { ClusterError } from '#shared/model/cluster-error';

declare global {
  interface Window {
    readonly regroup: BridgeWire;
  }
}

/** The way to main over what preload put there. */
export function bridgeOver(wire: BridgeWire): Bridge {
  return {
    call: wire.call,
    on: <Name extends keyof ContractEvents>(name: Name, listener: (payload: ContractEvents[Name]) => void) =>
      wire.on(name, (payload) => listener(JSON.parse(payload) as ContractEvents[Name])),
  };
}

/** A call that was answered with an error, in the form that TanStack Query wants it. */
class CallFailure extends Error {
  readonly error: ClusterError;

  constructor(error: ClusterError) {
    super(error.message);
    this.name = 'CallFailure';
    this.error = error;
  }
}

/** Calls main; throws a {@link CallFailure} where main answers with an error. For queries and mutations. */
export async function callOrThrow<Name extends MethodName>(
  bridge: Bridge,
  name: Name,
  input: MethodInput<Name>,
): Promise<MethodOutput<Name>> {
  const result = await bridge.call(name, input);
  if (!result.ok) throw new CallFailure(result.error);
  return result.value;
}

/** The error of a failed query or mutation in words; anything unforeseen becomes `unexpected`. */
export function clusterErrorOf(cause: unknown): ClusterError {
  if (cause instanceof CallFailure) return cause.error;
  const message = cause instanceof Error ? cause.message : String(cause);
  return { kind: 'unexpected', code: null, message, advice: 'Try again. If it happens again, look into the log file.' };
}

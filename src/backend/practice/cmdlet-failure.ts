import type { ClusterError, ClusterErrorKind } from '#shared/model/cluster-error';
import { win32Errors } from '#shared/model/windows-errors';

/** PowerShell's words for what kind of error it is; a part of its `ErrorCategory`. */
export type ErrorCategory =
  | 'NotSpecified'
  | 'ConnectionError'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'NotImplemented'
  | 'ObjectNotFound'
  | 'OperationStopped'
  | 'OperationTimeout'
  | 'PermissionDenied'
  | 'ResourceUnavailable'
  | 'SecurityError';

/** What a cmdlet's error record is made from. */
export interface CmdletFailure {
  /** Windows' error number, for the HRESULT 0x80070000 + number; null: there is none. */
  readonly win32: number | null;
  readonly category: ErrorCategory;
  /** The part of the fully qualified error id before the comma. */
  readonly fqid: string;
  readonly message: string;
}

/** Thrown by a cmdlet; whoever runs cmdlets catches it. */
export class CmdletError extends Error {
  constructor(readonly failure: CmdletFailure) {
    super(failure.message);
  }
}

const categories: { readonly [Kind in ClusterErrorKind]: ErrorCategory } = {
  notConnected: 'ConnectionError',
  accessDenied: 'PermissionDenied',
  notFound: 'ObjectNotFound',
  refused: 'NotSpecified',
  noQuorum: 'ResourceUnavailable',
  timeout: 'OperationTimeout',
  unsupported: 'NotImplemented',
  cancelled: 'OperationStopped',
  badInput: 'InvalidArgument',
  agentCrashed: 'ConnectionError',
  unexpected: 'NotSpecified',
};

/** Error ids of the numbers that say that an object does not exist. */
const missing: Readonly<Record<number, string>> = {
  5007: 'ClusterResourceNotFound',
  5013: 'ClusterGroupNotFound',
  5042: 'ClusterNodeNotFound',
  5045: 'ClusterNetworkNotFound',
};

/** Windows' numbers of failures that carry none of their own. */
const usual: { readonly [Kind in ClusterErrorKind]?: number } = {
  /** ERROR_ACCESS_DENIED */
  accessDenied: 5,
  /** ERROR_INVALID_PARAMETER */
  badInput: 87,
  /** ERROR_CANCELLED */
  cancelled: 1223,
  /** ERROR_TIMEOUT */
  timeout: 1460,
};

/** A failure of the cluster as the error of a cmdlet. */
export function failureOf(cmdlet: string, error: ClusterError): CmdletFailure {
  const { kind, code, message, advice } = error;
  const lost = code === null ? undefined : missing[code];
  const win32 = code ?? usual[kind] ?? null;
  return {
    win32,
    category: lost === undefined ? categories[kind] : 'ObjectNotFound',
    fqid: lost ?? cmdlet,
    message: advice === null ? message : told(message, advice, win32),
  };
}

/** Behind a semicolon when it is not what is usually said about the number: so readers of the number add nothing to it. */
function told(message: string, advice: string, win32: number | null): string {
  const usually = win32 === null ? undefined : win32Errors.get(win32)?.advice;
  if (usually === undefined || usually === advice || !message.endsWith('.')) return `${message} ${advice}`;
  return `${message.slice(0, -1)}; ${advice.charAt(0).toLowerCase()}${advice.slice(1)}`;
}

/** The name stands for no object. `what`: `node`, `group`, `resource` … as the cmdlets say it. */
export function notFound(what: keyof typeof notFoundNumbers, name: string): CmdletError {
  const win32 = notFoundNumbers[what];
  return new CmdletError({
    win32,
    category: 'ObjectNotFound',
    fqid: missing[win32] ?? 'ObjectNotFound',
    message: `An error occurred opening ${what} '${name}'. There is no ${what} of that name in the cluster.`,
  });
}

const notFoundNumbers = {
  node: 5042,
  group: 5013,
  resource: 5007,
  'resource type': 5078,
  network: 5045,
  'network interface': 5047,
  'cluster shared volume': 5007,
  /** ERROR_NOT_FOUND */
  'virtual machine': 1168,
} as const;

/** The cmdlet, or what is asked of it, is not simulated. */
export function notSimulated(what: string): CmdletError {
  return new CmdletError({
    win32: null,
    category: 'NotImplemented',
    fqid: 'NotSimulated',
    message: `${what} is not simulated by Regroup's practice cluster.`,
  });
}

/** What was given to a cmdlet makes no sense (ERROR_INVALID_PARAMETER). */
export function wrongArgument(message: string): CmdletError {
  return new CmdletError({ win32: 87, category: 'InvalidArgument', fqid: 'InvalidArgument', message });
}

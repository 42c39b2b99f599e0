import { clusterError } from '#shared/model/cluster-error';
import type { StartError } from './agent-request';
import { printable } from './clixml';
import type { FailPayload } from './frame';
import { sessionFailure } from './session-failure';
import { hresultErrors, win32Errors, type WindowsError } from '#shared/model/windows-errors';

/** Errors of the agent itself and of PowerShell, which carry no number; by the beginning of their FullyQualifiedErrorId. */
const namedErrors: readonly (readonly [beginning: string, WindowsError])[] = [
  ['Regroup.Stopped', { kind: 'cancelled', advice: 'It was cancelled; start it again when it is wanted.' }],
  [
    'Regroup.ModuleMissing',
    {
      kind: 'unsupported',
      advice:
        'Install the failover clustering tools there: Install-WindowsFeature RSAT-Clustering-PowerShell, or the optional feature on a client.',
    },
  ],
  [
    'Regroup.ModuleFailed',
    {
      kind: 'unsupported',
      advice:
        'Look at the execution policy (Get-ExecutionPolicy -List), and import the module there by hand to see more.',
    },
  ],
  [
    'Regroup.NotAllowed',
    { kind: 'unsupported', advice: 'Regroup does not run this; do it in a PowerShell of your own.' },
  ],
  [
    'Regroup.ReadOnly',
    { kind: 'accessDenied', advice: 'Ask for the role that may operate the cluster, or use another account.' },
  ],
  ['Regroup.Unsupported', { kind: 'unsupported', advice: 'It is not available on this connection.' }],
  ['Regroup.BadRequest', { kind: 'badInput', advice: 'Check the values that were given.' }],
  ['Regroup.NotFound', { kind: 'notFound', advice: 'Check its name: it may have been renamed or removed meanwhile.' }],
  [
    'CommandNotFoundException',
    {
      kind: 'unsupported',
      advice: 'The module there does not have this cmdlet: update its tools, or use another node.',
    },
  ],
  [
    'NamedParameterNotFound',
    { kind: 'unsupported', advice: 'The cmdlet there does not know this parameter: its Windows is older or newer.' },
  ],
];

/** A practice module without a practice cluster. */
const practiceAlone: WindowsError = {
  kind: 'unsupported',
  advice:
    'Start this from the shell of the command line\'s "practice", or from a terminal of a training cluster in the window: REGROUP_PRACTICE_PIPE and REGROUP_PRACTICE_TOKEN, which they set, are missing.',
};

const accessCategories = new Set(['PermissionDenied', 'SecurityError', 'AuthenticationError']);

/** The failure of a request in Regroup's words. The text of Windows stays as it is; numbers decide what it means. */
export function errorOfFail(fail: FailPayload): StartError {
  const session = sessionFailure(fail);
  if (session !== null) return session;
  const meaning = meaningOf(fail);
  const code = fail.win32 ?? (fail.hresult === null ? undefined : fail.hresult >>> 0);
  const said = printable(fail.message).trim() || fail.fqid || 'PowerShell failed without a message.';
  const advice = meaning?.advice;
  const message = advice !== undefined && said.endsWith(` ${advice}`) ? said.slice(0, -advice.length - 1) : said;
  return clusterError(meaning?.kind ?? 'unexpected', message, {
    ...(code === undefined ? {} : { code }),
    // A message that says behind a semicolon what to do needs no second advice.
    ...(advice === undefined || message.includes('; ') ? {} : { advice }),
  });
}

function meaningOf(fail: FailPayload): WindowsError | undefined {
  const byNumber =
    (fail.hresult === null ? undefined : hresultErrors.get(fail.hresult >>> 0)) ??
    (fail.win32 === null ? undefined : win32Errors.get(fail.win32));
  if (byNumber !== undefined) return byNumber;
  if (fail.fqid === 'Regroup.ModuleFailed' && fail.message.includes("Regroup's practice module")) return practiceAlone;
  const named = namedErrors.find(([beginning]) => fail.fqid.startsWith(beginning));
  if (named !== undefined) return named[1];
  return accessCategories.has(fail.category) ? win32Errors.get(5) : undefined;
}

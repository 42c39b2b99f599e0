import { clusterError, type ClusterErrorKind } from '#shared/model/cluster-error';
import type { StartError, StartStage } from './agent-request';
import { printable } from './clixml';
import type { FailPayload } from './frame';

interface Meaning {
  readonly stage: StartStage;
  readonly kind: ClusterErrorKind;
  readonly advice: string;
}

/** A session ended while the agent worked in it. */
export const sessionLost = 'Regroup.SessionLost';
/** A session could not be opened; PowerShell's own name for the reason comes after it. */
const notOpened = 'Regroup.Session,';

const signIn = (advice: string): Meaning => ({ stage: 'authenticate', kind: 'accessDenied', advice });
const reach = (advice: string): Meaning => ({ stage: 'reach', kind: 'notConnected', advice });

const credentials = signIn('Check the user name and the password of the connection.');
const rights = signIn(
  'Use an account that is an administrator of the node, or that its endpoint is open to; a local account needs its computer before it.',
);
const trust = signIn(
  'Name the node in full and sign in with an account of its domain; outside a domain WinRM needs HTTPS, or the node in TrustedHosts of this computer.',
);
const name = reach('Check the name, or use the full name.');
const service = reach(
  'Run Enable-PSRemoting on the node, and check the port (5985, with HTTPS 5986) and the firewall; over a network that is public WinRM is closed.',
);
const endpoint: Meaning = {
  stage: 'agent',
  kind: 'unsupported',
  advice: 'Check the name of the endpoint: Get-PSSessionConfiguration on the node lists them.',
};

/** By the first word of what PowerShell calls the failure. It makes these words of WinRM's numbers; none is translated. */
const meanings: ReadonlyMap<string, Meaning> = new Map([
  ['AccessDenied', rights],
  ['RemoteSessionDisallowed', rights],
  ['RemoteConnectionDisallowed', rights],
  ['LogonFailure', credentials],
  ['AuthenticationFailed', credentials],
  ['ServerNotTrusted', trust],
  ['WorkgroupCannotUseKerberos', trust],
  ['ExplicitCredentialsRequired', trust],
  ['CannotUseIPAddress', trust],
  ['ClientKerberosDisabled', trust],
  ['InvalidAuthentication', trust],
  ['TargetUnknown', trust],
  ['ComputerNotFound', name],
  ['NetworkPathNotFound', name],
  ['CannotConnect', service],
  ['CannotConnectWinRMService', service],
  ['WinRMOperationTimeout', service],
  ['URLNotAvailable', service],
  ['InvalidResourceUri', endpoint],
  ['SessionCreateFailedInvalidName', endpoint],
  [
    'Restricted',
    {
      stage: 'agent',
      kind: 'unsupported',
      advice: 'Connect to it as a JEA endpoint, or to the usual endpoint of the node.',
    },
  ],
  [
    'NoRole',
    {
      stage: 'agent',
      kind: 'accessDenied',
      advice: 'Give the account a role of Regroup there, see docs/powershell.md.',
    },
  ],
]);

/** Why there is no session to a node (any more); null: the failure is another one. */
export function sessionFailure({ fqid, message }: FailPayload): StartError | null {
  const text = printable(message).trim();
  if (fqid.startsWith(sessionLost))
    return clusterError('notConnected', text, {
      advice: 'Regroup connects again by itself; look whether the node is up.',
    });
  if (!fqid.startsWith(notOpened)) return null;
  const [word = ''] = fqid.slice(notOpened.length).split(',');
  const { stage, kind, advice } = meanings.get(word) ?? service;
  return { ...clusterError(kind, text, { advice }), stage };
}

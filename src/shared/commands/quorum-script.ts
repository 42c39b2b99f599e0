import type { QuorumMode } from '../model/quorum';
import { call, type ScriptStep } from './script-step';

/** `https://account.blob.core.windows.net` as account and endpoint of `Set-ClusterQuorum -CloudWitness`. */
function cloudAccount(address: string): { readonly AccountName: string; readonly Endpoint: string | undefined } {
  const host = address.replace(/^https?:\/\//i, '').replace(/\/.*$/s, '');
  const [account = host, service, ...endpoint] = host.split('.');
  return { AccountName: account, Endpoint: service === 'blob' ? endpoint.join('.') : undefined };
}

/** The call that sets the quorum. The access key of a cloud witness is a secret and stands in no input. */
export function quorumScript(input: {
  readonly mode: QuorumMode;
  readonly witness?: string | undefined;
}): readonly ScriptStep[] {
  const { mode, witness } = input;
  switch (mode) {
    case 'nodeMajority':
      return [call('Set-ClusterQuorum', { NoWitness: true })];
    case 'nodeAndDiskMajority':
      return [call('Set-ClusterQuorum', { DiskWitness: witness })];
    case 'nodeAndFileShareMajority':
      return [call('Set-ClusterQuorum', { FileShareWitness: witness })];
    case 'nodeAndCloudMajority':
      return [call('Set-ClusterQuorum', { CloudWitness: true, ...cloudAccount(witness ?? '') })];
    case 'diskOnly':
      return [call('Set-ClusterQuorum', { DiskOnly: witness })];
  }
}

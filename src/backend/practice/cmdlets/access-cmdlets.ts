import { foldName } from '#shared/model/cluster-view';
import type { Cmdlet } from '../cmdlet-run';
import { runningCluster } from './scope';

/** Who has full control of a new cluster, as the documentation of Get-ClusterAccess shows it. */
const usual = ['NT AUTHORITY\\SYSTEM', 'NT AUTHORITY\\NETWORK SERVICE', 'BUILTIN\\Administrators', 'NT SERVICE\\MSDTC'];

/** Cmdlets about who may do what in the cluster. Only reading: the practice cluster refuses nobody anything. */
export const accessCmdlets = {
  'Get-ClusterAccess': (run) => {
    runningCluster(run);
    const users = run.parameters.texts('User')?.map(foldName);
    for (const identity of usual) {
      if (users?.includes(foldName(identity)) === false) continue;
      run.write({
        $type: 'ClusterAccessRule',
        IdentityReference: identity,
        AccessControlType: 'Allow',
        ClusterRights: 'Full',
      });
    }
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

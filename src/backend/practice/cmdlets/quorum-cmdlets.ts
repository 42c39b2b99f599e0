import type { ClusterView } from '#shared/model/cluster-view';
import { wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { resourceObject } from '../objects/resource-object';
import { reference, type PracticeObject } from '../practice-object';
import { act } from './act';
import { runningCluster } from './scope';

/** Resource types of witnesses that are no disk. */
const witnessTypes = ['File Share Quorum Witness', 'Cloud Witness'];

function quorumObject(view: ClusterView): PracticeObject {
  const { quorum, resources, cluster } = view.snapshot;
  const disk = quorum.mode === 'nodeAndDiskMajority' || quorum.mode === 'diskOnly';
  const witness = disk
    ? view.resource(quorum.witness ?? '')
    : resources.find(({ resourceType }) => witnessTypes.includes(resourceType));
  return {
    $type: 'ClusterQuorumSettings',
    Cluster: reference('Cluster', cluster.name),
    QuorumResource: quorum.witness === null || witness === undefined ? null : resourceObject(witness, view),
    QuorumType: quorum.mode === 'diskOnly' ? 'DiskOnly' : 'Majority',
  };
}

/** Input of `cluster.setQuorum` from the parameters, of which exactly one names the way. */
function quorumInput({ parameters }: CmdletRun): { readonly mode: string; readonly witness?: string } {
  const share = parameters.text('FileShareWitness');
  const disk = parameters.text('DiskWitness');
  const only = parameters.text('DiskOnly');
  const ways = [
    ...(parameters.flag('NoWitness') ? [{ mode: 'nodeMajority' }] : []),
    ...(disk === undefined ? [] : [{ mode: 'nodeAndDiskMajority', witness: disk }]),
    ...(share === undefined ? [] : [{ mode: 'nodeAndFileShareMajority', witness: share }]),
    ...(parameters.flag('CloudWitness') ? [{ mode: 'nodeAndCloudMajority', witness: cloudAddress(parameters) }] : []),
    ...(only === undefined ? [] : [{ mode: 'diskOnly', witness: only }]),
  ];
  const [way, ...more] = ways;
  if (way === undefined || more.length > 0)
    throw wrongArgument(
      'Set-ClusterQuorum takes one of -NoWitness, -DiskWitness, -FileShareWitness, -CloudWitness and -DiskOnly.',
    );
  return way;
}

/** The access key is not looked at: the practice cluster calls no cloud. */
function cloudAddress(parameters: CmdletRun['parameters']): string {
  const account = parameters.text('AccountName');
  if (account === undefined) throw wrongArgument('-CloudWitness needs -AccountName.');
  return `https://${account}.blob.${parameters.text('Endpoint') ?? 'core.windows.net'}/`;
}

/** Cmdlets about quorum. */
export const quorumCmdlets = {
  'Get-ClusterQuorum': (run) => run.write(quorumObject(runningCluster(run))),
  'Set-ClusterQuorum': async (run) => {
    runningCluster(run);
    await act(run, 'cluster.setQuorum', quorumInput(run));
    run.write(quorumObject(run.cluster.view()));
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

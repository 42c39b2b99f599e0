import { z } from 'zod';
import { clusterError } from '../model/cluster-error';
import { foldName, type ClusterView } from '../model/cluster-view';
import { accepted, defineCommand } from './command-definition';
import { anyObjectNames, objectName } from './input-fields';
import { offeredUnless, refusal, type Objection } from './objection';
import { clusterNotRunning } from './objections/cluster-objections';
import { cmdletCall, pipeline, setProperty, type ScriptStep } from './script-step';
import { clusterTarget } from './targets';
import { listOf } from './words';

function networkUnreachable(name: string, view: ClusterView): Objection {
  const stopped = clusterNotRunning(view);
  if (stopped !== null || view.network(name) !== undefined) return stopped;
  return clusterError('notFound', `There is no network ${name} in ${view.snapshot.cluster.name}.`, { code: 5045 });
}

/** Gives a network another name. */
export const renameNetwork = defineCommand({
  name: 'network.rename',
  title: 'Rename',
  target: 'network',
  input: z.strictObject({ network: objectName, name: objectName }),
  risk: 'safe',
  asks: true,
  inputFor: (network) => ({ network }),
  targetOf: ({ network }) => ({ kind: 'network', name: network }),
  describe: ({ network, name }) => `Rename ${network} to ${name}`,
  availability: (network, view) => offeredUnless(networkUnreachable(network, view)),
  check: ({ network }, view) => refusal(networkUnreachable(network, view)) ?? accepted(),
  script: ({ network, name }) => [setProperty(cmdletCall('Get-ClusterNetwork', { Name: [network] }), 'Name', name)],
});

/** What `Role` of a cluster network is for each use. */
const roleNumbers = { none: 0, cluster: 1, clusterAndClient: 3 } as const;

const roleWords = {
  none: 'nothing of the cluster',
  cluster: 'the cluster only',
  clusterAndClient: 'the cluster and clients',
} as const;

/** Sets what the cluster uses a network for. */
export const setNetworkRole = defineCommand({
  name: 'network.setRole',
  title: 'Set Cluster Use',
  target: 'network',
  input: z.strictObject({ network: objectName, role: z.enum(['none', 'cluster', 'clusterAndClient']) }),
  risk: 'disruptive',
  asks: true,
  inputFor: (network) => ({ network }),
  targetOf: ({ network }) => ({ kind: 'network', name: network }),
  describe: ({ network, role }) => `Use ${network} for ${roleWords[role]}`,
  availability: (network, view) => offeredUnless(networkUnreachable(network, view)),
  check: ({ network }, view) => refusal(networkUnreachable(network, view)) ?? accepted(),
  script: ({ network, role }) => [
    setProperty(cmdletCall('Get-ClusterNetwork', { Name: [network] }), 'Role', roleNumbers[role]),
  ],
});

function migrationParameter(name: string, value: string): ScriptStep {
  return pipeline(
    cmdletCall('Get-ClusterResourceType', { Name: ['Virtual Machine'] }),
    cmdletCall('Set-ClusterParameter', { Name: name, Value: value }),
  );
}

/** Sets which networks live migrations use, and in which order. */
export const setLiveMigrationOrder = defineCommand({
  name: 'network.setLiveMigrationOrder',
  title: 'Live Migration Settings',
  target: 'cluster',
  input: z.strictObject({
    /** In order; the others are not used for live migration. */
    networks: anyObjectNames,
  }),
  risk: 'safe',
  asks: true,
  inputFor: () => ({}),
  targetOf: (_input, view) => clusterTarget(view),
  describe: ({ networks }) =>
    networks.length === 0 ? 'Use no network for live migration' : `Use ${listOf(networks)} for live migration`,
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: (_input, view) => refusal(clusterNotRunning(view)) ?? accepted(),
  script: ({ networks }, view) => {
    const chosen = networks.map(foldName);
    const excluded = view?.snapshot.networks.filter((network) => !chosen.includes(foldName(network.name))) ?? [];
    return [
      migrationParameter('MigrationExcludeNetworks', excluded.map((network) => network.id).join(';')),
      migrationParameter('MigrationNetworkOrder', networks.map((name) => view?.network(name)?.id ?? name).join(';')),
    ];
  },
});

import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import type { Network } from '../model/network';
import { accepted, defineCommand, unchanged } from './command-definition';
import { anyObjectNames, objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { nameTaken } from './rules/cluster-rules';
import { namedTwice } from './rules/node-rules';
import { networks, runningCluster } from './rules/subject';
import { cmdletCall, pipeline, setProperty, type ScriptStep } from './script-step';
import { subnetContains } from './subnet';
import { aboutCluster, aboutNetwork } from './targets';
import { listOf } from './words';

/** Gives a network another name. */
export const renameNetwork = defineCommand({
  name: 'network.rename',
  title: 'Rename',
  ...aboutNetwork,
  input: z.strictObject({ network: objectName, name: objectName }),
  risk: 'safe',
  asks: true,
  describe: ({ network, name }) => `Rename ${network} to ${name}`,
  availability: (name, view) => networks.offer(name, view, () => null),
  check: ({ network: old, name }, view) =>
    networks.check(old, view, (network) => {
      if (network.name === name) return unchanged(`${name} already has that name.`);
      const taken = view.network(name);
      return (
        refusal(taken === undefined || taken.id === network.id ? null : nameTaken('a network', taken.name)) ??
        accepted(`${network.name} is called ${name}; nothing else changes.`)
      );
    }),
  script: ({ network, name }) => [setProperty(cmdletCall('Get-ClusterNetwork', { Name: [network] }), 'Name', name)],
});

/** What each use is called in the model, by `Role` of a cluster network, and in words. */
const uses = {
  none: {
    role: 'None',
    number: 0,
    words: 'not used by the cluster',
    action: (name: string) => `Stop using ${name} for the cluster`,
  },
  cluster: {
    role: 'Cluster',
    number: 1,
    words: 'used by the cluster only',
    action: (name: string) => `Use ${name} for the cluster only`,
  },
  clusterAndClient: {
    role: 'ClusterAndClient',
    number: 3,
    words: 'used by the cluster and by clients',
    action: (name: string) => `Use ${name} for the cluster and clients`,
  },
} as const;

/** The last network between the nodes stays (5066); one that addresses are on keeps its clients (5067). */
function cannotUse(network: Network, use: keyof typeof uses, view: ClusterView): Objection {
  const { networks: all, resources, cluster } = view.snapshot;
  const others = all.filter((other) => other.role !== 'None' && other.id !== network.id);
  if (use === 'none' && others.length === 0)
    return objection(`${network.name} is the only network between the nodes.`, 5066);
  if (use === 'clusterAndClient' || network.role !== 'ClusterAndClient') return null;
  const addresses = resources.flatMap((resource) =>
    resource.resourceType === 'IP Address'
      ? [resource.isCoreResource ? (cluster.address ?? '') : resource.name.replace(/^IP Address /, '')]
      : [],
  );
  const address = addresses.find((candidate) => subnetContains(network.address, candidate));
  return address === undefined ? null : objection(`Clients reach ${address} over ${network.name}.`, 5067);
}

/** Sets what the cluster uses a network for. */
export const setNetworkRole = defineCommand({
  name: 'network.setRole',
  title: 'Set Cluster Use',
  ...aboutNetwork,
  input: z.strictObject({ network: objectName, role: z.enum(['none', 'cluster', 'clusterAndClient']) }),
  risk: 'disruptive',
  asks: true,
  describe: ({ network, role }) => uses[role].action(network),
  availability: (name, view) => networks.offer(name, view, () => null),
  check: ({ network: name, role }, view) =>
    networks.check(name, view, (network) => {
      if (network.role === uses[role].role) return unchanged(`${network.name} is already ${uses[role].words}.`);
      const left = view.snapshot.networks.filter((other) => other.role !== 'None' && other.id !== network.id);
      return (
        refusal(cannotUse(network, role, view)) ??
        accepted(
          `${network.name} is ${uses[role].words} from now on.`,
          ...(role === 'none' && left.length === 1
            ? [
                `${listOf(left.map((other) => other.name))} is then the only network for heartbeats: when it fails, nodes lose each other.`,
              ]
            : []),
        )
      );
    }),
  script: ({ network, role }) => [
    setProperty(cmdletCall('Get-ClusterNetwork', { Name: [network] }), 'Role', uses[role].number),
  ],
});

function migrationParameter(name: string, value: string): ScriptStep {
  return pipeline(
    cmdletCall('Get-ClusterResourceType', { Name: ['Virtual Machine'] }),
    cmdletCall('Set-ClusterParameter', { Name: name, Value: value }),
  );
}

function networksUnknown(names: readonly string[], view: ClusterView): Objection {
  const unknown = names.find((name) => view.network(name) === undefined);
  return unknown === undefined
    ? namedTwice(names)
    : objection(`There is no network ${unknown} in ${view.snapshot.cluster.name}.`, 5045);
}

/** Sets which networks live migrations use, and in which order. */
export const setLiveMigrationOrder = defineCommand({
  name: 'network.setLiveMigrationOrder',
  title: 'Live Migration Settings',
  ...aboutCluster,
  input: z.strictObject({
    /** In order; the others are not used for live migration. */
    networks: anyObjectNames,
  }),
  risk: 'safe',
  asks: true,
  describe: ({ networks: names }) =>
    names.length === 0 ? 'Use no network for live migration' : `Use ${listOf(names)} for live migration`,
  availability: (name, view) => runningCluster.offer(name, view, () => null),
  check: ({ networks: names }, view) =>
    runningCluster.check(
      '',
      view,
      () =>
        refusal(networksUnknown(names, view)) ??
        accepted(
          names.length === 0
            ? 'No virtual machine can live migrate until a network is chosen.'
            : `Live migrations use ${names.join(', else ')}.`,
          'Migrations that already run keep their network.',
        ),
    ),
  script: ({ networks: names }, view) => {
    const chosen = names.map(foldName);
    const excluded = view?.snapshot.networks.filter((network) => !chosen.includes(foldName(network.name))) ?? [];
    return [
      migrationParameter('MigrationExcludeNetworks', excluded.map((network) => network.id).join(';')),
      migrationParameter('MigrationNetworkOrder', names.map((name) => view?.network(name)?.id ?? name).join(';')),
    ];
  },
});

import type { ClusterView } from '#shared/model/cluster-view';
import type { TimeScale } from '../../lib/format/time';
import { resourceStatus } from '../../lib/resource-status';
import type { StatusWords } from '../../lib/tone';
import { networkInformation, networkStatus } from '../networks';
import { nodeInformation, nodeStatus } from '../nodes';
import { ownRows } from '../roles';
import { deviceStatus, diskInformation, diskStatus, sharedVolumeInformation } from '../storage';
import { noFailoverProblems } from './no-failover';
import type { Problem } from './problem';

/** Everything that is wrong now, worst first, and within that from the cluster down to its roles. */
export function problemsOf(view: ClusterView, scale: TimeScale): readonly Problem[] {
  const lost = quorumProblems(view);
  // Without quorum all else is down because of it: saying so of each would hide the cause.
  if (lost.length > 0) return [...lost, ...nodeProblems(view, scale)];
  const all = [
    ...nodeProblems(view, scale),
    ...noFailoverProblems(view),
    ...storageProblems(view),
    ...networkProblems(view),
    ...coreProblems(view),
    ...roleProblems(view, scale),
  ];
  const grave = all.filter(({ status }) => status.tone === 'error');
  return [...grave, ...all.filter(({ status }) => status.tone !== 'error')];
}

function isWrong({ tone }: StatusWords): boolean {
  return tone === 'error' || tone === 'warn' || tone === 'unknown';
}

function quorumProblems(view: ClusterView): readonly Problem[] {
  const { cluster, quorum } = view.snapshot;
  if (quorum.state === 'Normal') return [];
  return [
    {
      object: { kind: 'cluster', name: cluster.name },
      kind: 'Cluster',
      ...standing(view),
    },
  ];
}

/** A cluster that was shut down looks like one that lost its votes: no node tells any more. */
function standing({ snapshot: { cluster } }: ClusterView): Pick<Problem, 'status' | 'reason'> {
  switch (cluster.state) {
    case 'NotFormed':
      return {
        status: { tone: 'error', text: 'Not formed' },
        reason: 'Its servers are there, the cluster is not: use Create Cluster',
      };
    case 'Stopped':
      return {
        status: { tone: 'error', text: 'Stopped' },
        reason:
          'It was shut down, or too few of its nodes are up for quorum: turn on the nodes that are off, then use Start Cluster',
      };
    case 'Running':
      return {
        status: { tone: 'error', text: 'Without quorum' },
        reason: 'No group of nodes has more than half of the votes: nothing runs in the cluster',
      };
  }
}

function nodeProblems(view: ClusterView, scale: TimeScale): readonly Problem[] {
  return view.snapshot.nodes.flatMap((node): readonly Problem[] => {
    const status = nodeStatus(node);
    if (!isWrong(status)) return [];
    const { text } = nodeInformation(node, view.rolesOn(node.name).filter((role) => !role.isCoreGroup).length, scale);
    return [{ object: { kind: 'node', name: node.name }, kind: 'Node', status, reason: text }];
  });
}

function storageProblems({ snapshot }: ClusterView): readonly Problem[] {
  const disks = snapshot.disks
    .map((disk) => ({ disk, status: diskStatus(disk) }))
    .filter(({ disk, status }) => disk.use !== 'NotClustered' && (isWrong(status) || status.tone === 'off'))
    .map(({ disk, status }): Problem => ({
      object: { kind: 'disk', name: disk.name },
      kind: 'Disk',
      status,
      reason: diskInformation(disk),
    }));
  const volumes = snapshot.sharedVolumes
    .map((volume) => ({ volume, reason: sharedVolumeInformation(volume, snapshot.nodes) }))
    .filter(({ volume, reason }) => reason !== '' && volume.state === 'Online')
    .map(({ volume, reason }): Problem => ({
      object: { kind: 'sharedVolume', name: volume.name },
      kind: 'Cluster shared volume',
      status: { tone: 'warn', text: 'Degraded' },
      reason,
    }));
  const mirrors = snapshot.storage.devices
    .filter((device) => device.state !== 'Synchronized')
    .map((device): Problem => ({
      object: { kind: 'storageDevice', name: device.name },
      kind: 'Mirror',
      status: deviceStatus(device),
      reason:
        device.synchronization === null
          ? `Mirrored on ${device.servers.join(' and ')}`
          : `${Math.round(device.synchronization)} % synchronized between ${device.servers.join(' and ')}`,
    }));
  const servers = snapshot.storage.servers
    .filter((server) => server.state === 'Down')
    .map((server): Problem => ({
      object: { kind: 'storageServer', name: server.name },
      kind: 'Storage server',
      status: { tone: 'error', text: 'Down' },
      reason: 'What it mirrors is served by its partner alone',
    }));
  return [...servers, ...disks, ...volumes, ...mirrors];
}

function networkProblems({ snapshot }: ClusterView): readonly Problem[] {
  return snapshot.networks
    .map((network) => {
      const interfaces = snapshot.networkInterfaces.filter((entry) => entry.network === network.name);
      return { network, status: networkStatus(network), reason: networkInformation(network, interfaces) };
    })
    .filter(({ status, reason }) => isWrong(status) || reason !== '')
    .map(({ network, status, reason }): Problem => ({
      object: { kind: 'network', name: network.name },
      kind: 'Network',
      status: isWrong(status) ? status : { tone: 'warn', text: 'Interface failed' },
      reason,
    }));
}

function coreProblems(view: ClusterView): readonly Problem[] {
  const disks = new Set(view.snapshot.disks.map((disk) => disk.name));
  return view.snapshot.resources
    .filter((resource) => resource.isCoreResource && resource.state !== 'Online' && !disks.has(resource.name))
    .map((resource): Problem => ({
      object: { kind: 'resource', name: resource.name },
      kind: 'Core resource',
      status: resourceStatus(resource.state),
      reason: resource.statusReason ?? '',
    }))
    .filter(({ status }) => status.tone !== 'progress');
}

function roleProblems(view: ClusterView, scale: TimeScale): readonly Problem[] {
  return ownRows(view, scale).flatMap((row): readonly Problem[] => {
    const status: StatusWords = { tone: row.tone, text: row.status };
    if (!isWrong(status) && !row.wrong) return [];
    const tone = isWrong(status) ? status.tone : 'warn';
    return [
      {
        object: { kind: 'role', name: row.name },
        kind: row.type,
        status: { ...status, tone },
        reason: row.information,
      },
    ];
  });
}

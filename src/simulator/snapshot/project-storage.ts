import type { Disk, DiskUse } from '#shared/model/disk';
import type { ResourceState as ShownState } from '#shared/model/resource';
import type { SharedVolume } from '#shared/model/shared-volume';
import type { Storage } from '#shared/model/storage';
import { lookUp, type Simulation } from '../engine/simulation';
import type { DeviceState, DiskState, VolumeState } from '../state/storage-state';
import { sessionWorks } from '../storage/disk-paths';
import { lacksPath, volumeAccess } from '../storage/volume-access';

function useOf(sim: Simulation, disk: DiskState): DiskUse {
  if (disk.volume !== null && sim.db.volumes.has(disk.volume)) return 'SharedVolume';
  if (disk.resource === null || !sim.db.resources.has(disk.resource)) return 'NotClustered';
  const role = sim.role(sim.resource(disk.resource).role);
  if (role.groupType === 'AvailableStorage') return 'AvailableStorage';
  return role.groupType === 'Cluster' ? 'Witness' : 'Role';
}

function nodeName(sim: Simulation, id: string | null): string | null {
  return id === null ? null : sim.node(id).name;
}

/** A disk, clustered or not. */
export function projectDisk(sim: Simulation, disk: DiskState): Disk {
  const use = useOf(sim, disk);
  const volume = use === 'SharedVolume' && disk.volume !== null ? lookUp(sim.db.volumes, disk.volume) : null;
  const resource =
    volume === null && use !== 'NotClustered' && disk.resource !== null ? sim.resource(disk.resource) : null;
  const role = resource === null ? null : sim.role(resource.role);
  const state: ShownState = volume?.state ?? resource?.state ?? 'Offline';
  return {
    id: disk.id,
    name: disk.name,
    state: sim.running ? state : 'Offline',
    use,
    ownerGroup: volume === null ? (role?.name ?? null) : 'Cluster Shared Volume',
    ownerNode: nodeName(sim, volume?.coordinator ?? role?.owner ?? null),
    size: disk.size,
    maintenanceMode: volume === null ? (resource?.maintenance ?? false) : volume.maintenance !== null,
    statusReason: resource?.reason ?? null,
    device: disk.device === null ? null : lookUp(sim.state.devices, disk.device).name,
    throughput: disk.throughput,
  };
}

/** A shared volume with the way in which each node reaches it. */
export function projectVolume(sim: Simulation, volume: VolumeState): SharedVolume {
  const disk = sim.disk(volume.disk);
  return {
    id: volume.id,
    name: disk.name,
    state: sim.running ? volume.state : 'Offline',
    ownerNode: nodeName(sim, volume.coordinator),
    path: `C:\\ClusterStorage\\Volume${volume.number}`,
    size: disk.size,
    maintenanceMode: volume.maintenance !== null,
    nodeStates: [...sim.db.records.keys()].map((node) => ({
      node: sim.node(node).name,
      stateInfo: volumeAccess(sim, volume, node),
      blockRedirectedIOReason: lacksPath(disk, node) ? 'NoDiskConnectivity' : 'NotBlockRedirected',
    })),
  };
}

function deviceStateOf(sim: Simulation, device: DeviceState): Storage['devices'][number]['state'] {
  const serving = device.mirrors.filter(({ server }) => lookUp(sim.state.servers, server).powered);
  if (!serving.some(({ server }) => device.current.includes(server))) return 'Unavailable';
  if (device.sync !== null) return 'Synchronizing';
  return device.current.length === device.mirrors.length ? 'Synchronized' : 'NotSynchronized';
}

function syncPercent(sim: Simulation, { sync }: DeviceState): number | null {
  if (sync === null) return null;
  const whole = Math.max(1, sync.endsAt - sync.startedAt);
  return Math.floor((100 * (sim.now - sync.startedAt)) / whole);
}

/** What stands behind the disks. */
export function projectStorage(sim: Simulation): Storage {
  const { servers, devices, sessions } = sim.state;
  return {
    servers: [...servers.values()].map(({ id, name, powered }) => ({ id, name, state: powered ? 'Up' : 'Down' })),
    devices: [...devices.values()].map((device) => ({
      id: device.id,
      name: device.name,
      state: deviceStateOf(sim, device),
      size: device.size,
      servers: device.mirrors.map(({ server }) => lookUp(servers, server).name),
      synchronization: syncPercent(sim, device),
    })),
    sessions: [...sessions.values()].map((session) => {
      const [node, server] = [sim.node(session.node), lookUp(servers, session.server)];
      const works = sessionWorks(sim, session);
      return {
        id: session.id,
        name: `${node.name} - ${server.name}`,
        node: node.name,
        server: server.name,
        state: works ? 'Connected' : node.powered && server.powered ? 'Failed' : 'Disconnected',
      };
    }),
  };
}

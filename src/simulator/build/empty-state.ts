import type { QuorumMode } from '#shared/model/quorum';
import type { Scenario } from '../scenario/scenario';
import type { SettingName } from '../scenario/scenario-settings';
import type { DatabaseState } from '../state/database-state';
import type { SimulationState } from '../state/simulation-state';
import { settingsFor } from '../engine/settings';

/** What the database of a new cluster is made from. */
export type NewDatabase = Pick<
  DatabaseState,
  'id' | 'name' | 'domain' | 'address' | 'sharedVolumesEnabled' | 'settings' | 'nodeCount'
> & { readonly mode: QuorumMode };

/** The database of a cluster without nodes and roles. */
export function emptyDatabase({ mode, ...given }: NewDatabase): DatabaseState {
  return {
    ...given,
    version: 1,
    members: [],
    forced: false,
    givenSettings: new Set(),
    quorum: {
      mode,
      witness: null,
      witnessWeight: 0,
      tieBroken: null,
      lowerPriorityNode: null,
      witnessVersion: 1,
    },
    records: new Map(),
    roles: new Map(),
    resources: new Map(),
    volumes: new Map(),
    missed: new Map(),
    unreachable: new Set(),
    heartbeat: null,
    regroup: null,
    witnessCheck: null,
    shutdown: null,
    migrations: [],
    lacking: new Set(),
    starting: new Map(),
  };
}

function hostDatabase({ cluster, release, roles, nodes, disks }: Scenario): DatabaseState {
  const settings = settingsFor(release, cluster.settings, {
    machines: roles.some((role) => role.type === 'virtualMachine'),
    nodes: nodes.length,
  });
  if (cluster.quorum.dynamic !== null) settings.dynamicQuorum = cluster.quorum.dynamic;
  const database = emptyDatabase({
    id: 'database-1',
    name: cluster.name,
    domain: cluster.domain,
    address: cluster.address,
    sharedVolumesEnabled: release === '2008R2' ? disks.some((disk) => disk.use === 'csv') : settings.sharedVolumes,
    settings,
    mode: cluster.quorum.mode,
    nodeCount: nodes.length,
  });
  return { ...database, givenSettings: new Set(Object.keys(cluster.settings) as SettingName[]) };
}

/** A simulation of nothing, at time 0, with the settings of a scenario. */
export function emptyState(scenario: Scenario): SimulationState {
  const database = hostDatabase(scenario);
  return {
    now: 0,
    release: scenario.release,
    random: scenario.seed >>> 0,
    queue: [],
    cancelled: new Set(),
    nextQueueId: 0,
    numbers: new Map([['database', 1]]),
    formed: scenario.cluster.formed,
    primary: database.id,
    databases: new Map([[database.id, database]]),
    nodes: new Map(),
    networks: new Map(),
    interfaces: new Map(),
    disks: new Map(),
    servers: new Map(),
    devices: new Map(),
    sessions: new Map(),
    mpio: scenario.storage?.mpio ?? 'none',
    validation: null,
    witnessWorking: true,
    machines: new Map(),
    guestClusters: new Map(),
    migrations: new Map(),
    storageMigrations: new Map(),
    flows: new Map(),
    operations: new Map(),
    progressing: new Set(),
    files: new Map(),
    events: [],
  };
}

import { clusterProperty, wrongValue } from '#shared/commands/cluster-properties';
import { foldName } from '#shared/model/cluster-view';
import type { QuorumMode } from '#shared/model/quorum';
import { isAtLeast } from '#shared/model/release';
import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { setProperty } from '../membership/cluster-property';
import { keepsQuorum, reconsiderVotes } from '../membership/quorum-change';
import { changeWitness } from '../membership/witness-change';
import { nodeReachesWitness } from '../membership/witness';
import { isDynamic } from '../membership/votes';
import { diskReachable } from '../storage/disk-paths';
import type { DiskState } from '../state/storage-state';
import type { CommandHandlers } from './command-handler';
import { findDisk, requireRunning } from './find';

/** Windows' smallest disk witness: 512 MB. */
const smallestWitness = 512 * 1024 ** 2;

/** The disk of a new witness: a clustered one of Available Storage, online and large enough. */
function witnessDisk(sim: Simulation, name: string): DiskState {
  const disk = findDisk(sim, name);
  if (sim.db.quorum.witness?.kind === 'disk' && sim.db.quorum.witness.disk === disk.id) return disk;
  if (disk.volume !== null)
    refuse(`${disk.name} is a shared volume and cannot be the witness.`, windowsErrors.quorumNotAllowed);
  if (disk.resource === null)
    return refuse(
      `${disk.name} is not in the cluster.`,
      windowsErrors.resourceNotFound,
      'Add it with Add a Disk first.',
    );
  const resource = sim.resource(disk.resource);
  const role = sim.role(resource.role);
  if (role.groupType !== 'AvailableStorage')
    refuse(`${disk.name} is used by ${role.name}.`, windowsErrors.quorumNotAllowed);
  if (resource.maintenance) refuse(`${disk.name} is in maintenance mode.`, windowsErrors.resourceInMaintenance);
  if (resource.state !== 'Online') refuse(`${disk.name} is not online.`, windowsErrors.resourceNotOnline);
  if (disk.size < smallestWitness)
    refuse(`${disk.name} is too small: a witness needs 512 MB.`, undefined, 'Choose another disk.');
  return disk;
}

function givenWitness(
  sim: Simulation,
  mode: QuorumMode,
  name: string | undefined,
): { disk: string } | { address: string } | null {
  if (mode === 'nodeMajority') {
    return name === undefined ? null : refuse('Node Majority has no witness.', undefined, undefined, 'badInput');
  }
  if (name === undefined) return refuse('This quorum needs a witness.', undefined, undefined, 'badInput');
  if (mode === 'nodeAndDiskMajority' || mode === 'diskOnly') return { disk: witnessDisk(sim, name).id };
  if (mode === 'nodeAndCloudMajority' && !isAtLeast(sim.state.release, '2016')) {
    refuse(`Windows Server ${sim.state.release} has no cloud witness.`, undefined, undefined, 'unsupported');
  }
  return { address: name };
}

/** Whether the witness of a plan can be reached: one that stays as it is now, a new share or cloud always. */
function planReaches(sim: Simulation, witness: { disk: string } | { address: string } | null): boolean {
  if (witness === null) return false;
  if ('disk' in witness) return sim.db.members.some((node) => diskReachable(sim, sim.disk(witness.disk), node));
  return !isSameAddress(sim, witness.address) || sim.db.members.some((node) => nodeReachesWitness(sim, node));
}

function isSameAddress(sim: Simulation, address: string): boolean {
  const { witness } = sim.db.quorum;
  return witness !== null && witness.kind !== 'disk' && foldName(witness.address) === foldName(address);
}

/** Commands about settings of the whole cluster. */
export const clusterSettingsCommands: CommandHandlers<
  'cluster.setQuorum' | 'cluster.setProperty' | 'cluster.enableSharedVolumes'
> = {
  'cluster.setQuorum': (sim, { mode, witness: name }) => {
    requireRunning(sim);
    const witness = givenWitness(sim, mode, name);
    const plan = { dynamic: sim.db.settings.dynamicQuorum && mode !== 'diskOnly', mode, witness: witness !== null };
    if (!keepsQuorum(sim, plan, planReaches(sim, witness))) {
      refuse(
        'With these votes the cluster would not have quorum now.',
        windowsErrors.noQuorum,
        'Start more nodes first.',
      );
    }
    if (witness !== null && 'address' in witness && !isSameAddress(sim, witness.address))
      sim.state.witnessWorking = true;
    changeWitness(sim, mode, witness);
    reconsiderVotes(sim);
    return 'Set';
  },
  'cluster.setProperty': (sim, { property: name, value }) => {
    requireRunning(sim);
    const property = clusterProperty(name);
    if (property === undefined)
      return refuse(`${name} is no property that can be set.`, undefined, undefined, 'badInput');
    const wrong = wrongValue(property, value);
    if (wrong !== null) refuse(`${property.name} ${wrong}.`, undefined, undefined, 'badInput');
    if (foldName(property.name) === 'dynamicquorum' && Boolean(value) !== isDynamic(sim)) {
      const { mode, witness } = sim.db.quorum;
      const plan = { dynamic: Boolean(value), mode, witness: witness !== null };
      if (!keepsQuorum(sim, plan))
        refuse('Counted so the cluster would not have quorum now.', windowsErrors.noQuorum, 'Start more nodes first.');
    }
    setProperty(sim, property.name, value);
    return 'Set';
  },
  'cluster.enableSharedVolumes': (sim) => {
    requireRunning(sim);
    if (!isAtLeast(sim.state.release, '2008R2')) {
      refuse('Windows Server 2008 has no Cluster Shared Volumes.', undefined, undefined, 'unsupported');
    }
    sim.db.sharedVolumesEnabled = true;
    sim.touchSingle('cluster');
    return 'Enabled';
  },
};

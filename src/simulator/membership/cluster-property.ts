import { isAtLeast, type Release } from '#shared/model/release';
import { refuse } from '../engine/refusal';
import { followSubnets, raiseThresholds, type ClusterSettings } from '../engine/settings';
import type { Simulation } from '../engine/simulation';
import { watchHeartbeats } from './heartbeats';
import { reconsiderVotes } from './quorum-change';

type Value = number | string | boolean;

/** Settings behind properties of `Get-Cluster`, and the release that has them first. */
const settings: Readonly<Record<string, { readonly setting: keyof ClusterSettings; readonly since: Release }>> = {
  SameSubnetDelay: { setting: 'sameSubnetDelay', since: '2008' },
  SameSubnetThreshold: { setting: 'sameSubnetThreshold', since: '2008' },
  CrossSubnetDelay: { setting: 'crossSubnetDelay', since: '2008' },
  CrossSubnetThreshold: { setting: 'crossSubnetThreshold', since: '2008' },
  CrossSiteDelay: { setting: 'crossSiteDelay', since: '2016' },
  CrossSiteThreshold: { setting: 'crossSiteThreshold', since: '2016' },
  DynamicQuorum: { setting: 'dynamicQuorum', since: '2012' },
  DrainOnShutdown: { setting: 'drainOnShutdown', since: '2012R2' },
  ResiliencyDefaultPeriod: { setting: 'resiliencyPeriod', since: '2016' },
  QuarantineThreshold: { setting: 'quarantineThreshold', since: '2016' },
  QuarantineDuration: { setting: 'quarantineDuration', since: '2016' },
  MaximumParallelMigrations: { setting: 'maximumParallelMigrations', since: '2012' },
};

/** Node number 0 stands for no node. */
function setLowerPriorityNode(sim: Simulation, value: Value): void {
  const node = [...sim.db.records.keys()].find((id) => sim.node(id).number === Number(value));
  if (node === undefined && Number(value) !== 0)
    refuse(`There is no node with the number ${String(value)}.`, undefined, undefined, 'notFound');
  sim.db.quorum.lowerPriorityNode = node ?? null;
}

/** Sets a property of the cluster: it holds for every node at once. Refuses one that has no effect in the simulation. */
export function setProperty(sim: Simulation, name: string, value: Value): void {
  const known = settings[name];
  if (name === 'LowerQuorumPriorityNodeId') setLowerPriorityNode(sim, value);
  else if (known === undefined) refuse(`${name} is not simulated.`, undefined, undefined, 'unsupported');
  else {
    if (!isAtLeast(sim.state.release, known.since)) {
      refuse(`Windows Server ${sim.state.release} has no ${name}.`, undefined, undefined, 'unsupported');
    }
    const isFlag = typeof sim.db.settings[known.setting] === 'boolean';
    Object.assign(sim.db.settings, { [known.setting]: isFlag ? value === true || value === 1 : Number(value) });
    sim.db.givenSettings.add(known.setting);
    followSubnets(sim.db.settings, sim.state.release, sim.db.givenSettings);
  }
  sim.touchSingle('cluster');
  reconsiderVotes(sim);
  watchHeartbeats(sim);
  sim.soon({ type: 'migration.queue' });
}

/** The cluster has a role with a virtual machine: 2012 R2 is more patient from then on. */
export function expectMachines(sim: Simulation): void {
  if (sim.state.release !== '2012R2') return;
  raiseThresholds(sim.db.settings, sim.state.release, sim.db.givenSettings);
  sim.touchSingle('cluster');
  watchHeartbeats(sim);
}

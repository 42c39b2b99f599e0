import { refuse } from '../engine/refusal';
import { followSubnets, raiseThresholds, type ClusterSettings } from '../engine/settings';
import type { Simulation } from '../engine/simulation';
import { watchHeartbeats } from './heartbeats';
import { reconsiderVotes } from './quorum-change';

type Value = number | string | boolean;

/** Settings behind properties of `Get-Cluster`. */
const settings: Readonly<Record<string, keyof ClusterSettings>> = {
  SameSubnetDelay: 'sameSubnetDelay',
  SameSubnetThreshold: 'sameSubnetThreshold',
  CrossSubnetDelay: 'crossSubnetDelay',
  CrossSubnetThreshold: 'crossSubnetThreshold',
  CrossSiteDelay: 'crossSiteDelay',
  CrossSiteThreshold: 'crossSiteThreshold',
  DynamicQuorum: 'dynamicQuorum',
  DrainOnShutdown: 'drainOnShutdown',
  ResiliencyDefaultPeriod: 'resiliencyPeriod',
  QuarantineThreshold: 'quarantineThreshold',
  QuarantineDuration: 'quarantineDuration',
  MaximumParallelMigrations: 'maximumParallelMigrations',
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
    const isFlag = typeof sim.db.settings[known] === 'boolean';
    Object.assign(sim.db.settings, { [known]: isFlag ? value === true || value === 1 : Number(value) });
    sim.db.givenSettings.add(known);
    followSubnets(sim.db.settings, sim.state.release, sim.db.givenSettings);
  }
  sim.touchSingle('cluster');
  sim.touchSingle('quorum');
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

import type { Simulation } from '#simulator/engine/simulation';
import { clusterConnected } from '#simulator/fabric/reachability';
import { presenceOf } from '#simulator/guest-clusters/presence';
import { totalVotes } from '#simulator/membership/votes';
import { isMet } from '#simulator/resources/dependencies';
import type { DatabaseState } from '#simulator/state/database-state';

/** What is wrong, in words; empty: nothing. Each rule looks at the state between two moments, when all that was due has happened. */
type Invariant = (sim: Simulation) => readonly string[];

function running(sim: Simulation): readonly DatabaseState[] {
  return [...sim.state.databases.values()].filter(({ members }) => members.length > 0);
}

/** Whether a partition knows all that there is to know: no break is waiting to be noticed or judged. */
function isSettled({ regroup, heartbeat, shutdown }: DatabaseState): boolean {
  return regroup === null && heartbeat === null && shutdown === null;
}

const atMostOnePartitionRuns: Invariant = (sim) => {
  const all = running(sim);
  const forced = sim.state.databases.size > 1;
  const problems = all.length > 1 && !forced ? [`${all.length} partitions run`] : [];
  for (const database of all.filter(isSettled)) {
    const { members } = database;
    for (const [index, a] of members.entries())
      for (const b of members.slice(index + 1))
        if (!clusterConnected(sim, a, b))
          problems.push(`members ${a} and ${b} of ${database.id} do not reach each other`);
    for (const member of members) {
      const node = sim.node(member);
      if (!node.powered || node.service !== 'running' || node.database !== database.id)
        problems.push(`${member} is a member of ${database.id} and does not run it`);
    }
  }
  for (const node of sim.state.nodes.values()) {
    if (node.service !== 'running') continue;
    if (!node.powered) problems.push(`${node.id} runs without power`);
    const members = sim.state.databases.get(node.database ?? '')?.members ?? [];
    if (!members.includes(node.id)) problems.push(`${node.id} runs ${node.database ?? 'nothing'} as no member`);
  }
  return problems;
};

const noDiskHasTwoOwners: Invariant = (sim) => {
  const problems: string[] = [];
  for (const disk of sim.state.disks.values()) {
    const users = new Set<string>();
    for (const database of running(sim)) {
      const resource = [...database.resources.values()].find((one) => one.disk === disk.id && one.state === 'Online');
      const role = resource === undefined ? undefined : database.roles.get(resource.role);
      if (role !== undefined && role.owner !== null && sim.node(role.owner).database === database.id)
        users.add(role.owner);
      const volume = [...database.volumes.values()].find((one) => one.disk === disk.id && one.state === 'Online');
      if (volume !== undefined && volume.coordinator !== null && sim.node(volume.coordinator).database === database.id)
        users.add(volume.coordinator);
    }
    if (users.size > 1) problems.push(`${disk.name} is online on ${[...users].join(' and ')}`);
    for (const user of users)
      if (disk.reservation !== user)
        problems.push(`${disk.name} is online on ${user}, ${disk.reservation ?? 'nobody'} has its reservation`);
  }
  return problems;
};

/** States in which a machine stands still, or is not there at all. */
const still = new Set(['Off', 'Saved', 'PausedCritical']);

const noMachineRunsOnTwoNodesOrOnOneThatIsDown: Invariant = (sim) => {
  const problems: string[] = [];
  for (const machine of sim.state.machines.values()) {
    const { name, state, host, memoryOn, role } = machine;
    const isMember = running(sim).some(({ members }) => members.includes(host));
    // The loss of a node is not known at once.
    const unnoticed = isMember && sim.node(host).service !== 'running';
    if (memoryOn !== null && !sim.node(memoryOn).powered)
      problems.push(`${name} has its memory on ${memoryOn}, which has no power`);
    if (memoryOn !== null && memoryOn !== host)
      problems.push(`${name} has its memory on ${memoryOn}, and is on ${host}`);
    if ((state === 'Off' || state === 'Saved') && memoryOn !== null)
      problems.push(`${name} is ${state} and has memory`);
    if (still.has(state) || unnoticed) continue;
    if (memoryOn === null) problems.push(`${name} is ${state} on ${host} without memory`);
    if (role === null || !running(sim).every(isSettled)) continue;
    const owning = running(sim).filter(
      (database) => database.roles.get(role)?.owner === host && sim.node(host).database === database.id,
    );
    if (owning.length !== 1) problems.push(`${name} is ${state} on ${host}, where ${owning.length} partitions have it`);
  }
  return problems;
};

const memoryIsNeverOvercommitted: Invariant = (sim) => {
  const problems: string[] = [];
  const used = new Map<string, number>();
  const machines = new Map<string, number>();
  for (const { memory, memoryOn, promisedOn } of sim.state.machines.values())
    for (const node of new Set([memoryOn, promisedOn]))
      if (node !== null) {
        used.set(node, (used.get(node) ?? 0) + memory);
        machines.set(node, (machines.get(node) ?? 0) + 1);
      }
  for (const { id, committed, crowd, memory, hostReserve } of sim.state.nodes.values()) {
    if (crowd !== (machines.get(id) ?? 0))
      problems.push(`${id} counts ${crowd} machines and has ${machines.get(id) ?? 0}`);
    if (committed > memory - hostReserve) problems.push(`${id} gives ${committed} of ${memory - hostReserve} bytes`);
    if (committed !== (used.get(id) ?? 0))
      problems.push(`${id} says it gives ${committed} bytes and gives ${used.get(id) ?? 0}`);
  }
  return problems;
};

const aRoleIsNeverOnlineWithAnOfflineDependency: Invariant = (sim) =>
  running(sim).flatMap((database) =>
    [...database.resources.values()].flatMap(({ name, state, role, dependsOn }) => {
      if (state !== 'Online') return [];
      const owner = database.roles.get(role)?.owner ?? null;
      const isolation = owner === null ? undefined : database.records.get(owner)?.isolation;
      const isolated = isolation !== undefined && isolation !== null;
      const problems: string[] = [];
      if (!isolated && isSettled(database) && (owner === null || !database.members.includes(owner)))
        problems.push(`${name} is online on ${owner ?? 'nothing'}, which is no member`);
      if (!isMet(dependsOn, (id) => database.resources.get(id)?.state === 'Online'))
        problems.push(`${name} is online and what it depends on is not`);
      return problems;
    }),
  );

const votesAddUp: Invariant = (sim) =>
  running(sim).flatMap((database) =>
    sim.within(database, () => {
      const problems: string[] = [];
      const { records, quorum, members, forced, regroup } = database;
      // A regroup decides by the votes from before: a NodeWeight that was set meanwhile counts from its end on.
      for (const { node, weight, dynamicWeight } of regroup === null ? records.values() : [])
        if (dynamicWeight > weight) problems.push(`${node} votes ${dynamicWeight} with a NodeWeight of ${weight}`);
      for (const member of members) if (!records.has(member)) problems.push(`${member} is a member without a record`);
      if (forced || !isSettled(database) || quorum.mode === 'diskOnly') return problems;
      if (quorum.witness === null && quorum.witnessWeight !== 0) problems.push('a witness votes that is none');
      const votes = members.reduce<number>(
        (sum, node) => sum + (records.get(node)?.dynamicWeight ?? 0),
        quorum.witnessWeight,
      );
      if (2 * votes <= totalVotes(sim)) problems.push(`${votes} of ${totalVotes(sim)} votes run the cluster`);
      return problems;
    }),
  );

const whatIsPendingEnds: Invariant = (sim) =>
  running(sim)
    .filter(isSettled)
    .flatMap((database) =>
      [...database.resources.values()].flatMap(({ id, name, state, timer, role }) => {
        if ((state !== 'OnlinePending' && state !== 'OfflinePending') || database.roles.get(role)?.unmonitored)
          return [];
        const flow = [...sim.state.flows.values()].some(
          ({ purpose }) => purpose.kind === 'memory' && purpose.resource === id,
        );
        return timer !== null || flow ? [] : [`${name} is ${state} and nothing will end it`];
      }),
    );

/** A role that waits for its turn waits for one that is on its way, so that its turn comes. */
const whatIsWaitedForIsStarting: Invariant = (sim) =>
  running(sim).flatMap(({ roles, starting }) =>
    [...starting].flatMap(([priority, ids]) =>
      [...ids].flatMap((id) => {
        const role = roles.get(id);
        if (role === undefined) return [`${id} is waited for and does not exist`];
        if (role.priority !== priority) return [`${role.name} is waited for by a priority that it no longer has`];
        return role.transition === null ? [`${role.name} is waited for and is not starting`] : [];
      }),
    ),
  );

/** A guest cluster has the machines that answer, and obeys the rules of every cluster; one that stands still is not gone. */
const guestClustersAreClusters: Invariant = (sim) =>
  [...sim.guests.values()].flatMap((guests) => [
    ...[noDiskHasTwoOwners, aRoleIsNeverOnlineWithAnOfflineDependency, votesAddUp].flatMap((rule) => rule(guests)),
    ...[...guests.state.nodes.values()].flatMap(({ id, name, powered }) => {
      const presence = presenceOf(sim, sim.machine(id));
      return powered === (presence === 'answers')
        ? []
        : [`${name} ${presence}, and its cluster sees it ${powered ? 'up' : 'down'}`];
    }),
  ]);

/** What must hold at every moment. */
export const invariants = {
  atMostOnePartitionRuns,
  noDiskHasTwoOwners,
  noMachineRunsOnTwoNodesOrOnOneThatIsDown,
  memoryIsNeverOvercommitted,
  aRoleIsNeverOnlineWithAnOfflineDependency,
  votesAddUp,
  whatIsPendingEnds,
  whatIsWaitedForIsStarting,
  guestClustersAreClusters,
} as const satisfies Readonly<Record<string, Invariant>>;

/** What must hold when nothing happens any more. */
export const noCommandLeavesAnOperationRunning: Invariant = (sim) =>
  [...sim.state.operations.values()].flatMap(({ id, command, outcome }) =>
    outcome === 'running' ? [`${command} (${id}) still runs`] : [],
  );

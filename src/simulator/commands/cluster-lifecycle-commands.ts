import { clusterError } from '#shared/model/cluster-error';
import type { ValidationReport } from '#shared/model/validation-report';
import { keepFiles } from '../engine/operation-files';
import { refuse, Refusal, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { clusterConnected } from '../fabric/reachability';
import { aliveMembers } from '../membership/alive';
import { createCluster, destroyCluster } from '../membership/create-cluster';
import { beginDrain } from '../membership/drain';
import { leavingCostsQuorum } from '../membership/drain-end';
import { canEvict, evictNode } from '../membership/evict';
import { joinCluster } from '../membership/join';
import { addNodeRecord, setNodeCount } from '../membership/node-records';
import { versionsFit } from '../membership/versions';
import { limitsOf, releaseTitle } from '../scenario/limits';
import type { NodeState } from '../state/node-state';
import { validationPage } from '../reports/validation-page';
import { failuresOf, testsNamed, validate, validationTests } from '../validation/validate';
import type { ValidationTestDefinition } from '../validation/validation-subject';
import type { CommandHandlers } from './command-handler';
import { findNode, findServer, requireQuietMachines, requireRunning, requireSettled } from './find';

function requirePower(node: NodeState): void {
  if (!node.powered) refuse(`${node.name} has no power.`, windowsErrors.nodeDown, 'Turn it on first.');
  if (node.booting) refuse(`${node.name} is still booting.`, windowsErrors.nodeDown, 'Wait until it is up.');
}

/** Servers by name, each once and with power, at most as many as the release allows (5935). */
function findServers(sim: Simulation, names: readonly string[]): readonly NodeState[] {
  const nodes = names.map((name) => findServer(sim, name));
  const limit = limitsOf(sim.state.release).nodes;
  if (nodes.length > limit) {
    refuse(`A cluster of ${releaseTitle(sim.state.release)} has at most ${limit} nodes.`, windowsErrors.tooManyNodes);
  }
  for (const [place, node] of nodes.entries()) {
    if (nodes.indexOf(node) !== place) refuse(`${node.name} is named twice.`, undefined, undefined, 'badInput');
    requirePower(node);
  }
  return nodes;
}

function chosenTests(names: readonly string[] | undefined): readonly ValidationTestDefinition[] {
  if (names === undefined) return validationTests;
  const chosen = new Set(
    names.flatMap((name) => {
      const tests = testsNamed(name);
      return tests.length > 0 ? tests : refuse(`There is no test ${name}.`, undefined, undefined, 'badInput');
    }),
  );
  return validationTests.filter((test) => chosen.has(test));
}

function summary({ tests }: ValidationReport): string {
  const count = (result: string): number => tests.filter((test) => test.result === result).length;
  return `${count('Passed')} passed, ${count('Warning')} with warnings, ${count('Failed')} failed`;
}

/** A failed test blocks the creation of a cluster unless it is overridden; without storage its tests do not count. */
function requireValid(
  sim: Simulation,
  nodes: readonly NodeState[],
  { storage, override }: { readonly storage: boolean; readonly override: boolean },
): void {
  const tests = validationTests.filter(({ category }) => storage || category !== 'Storage');
  const report = validate(
    sim,
    nodes.map(({ id }) => id),
    tests,
  );
  sim.state.validation = report;
  const [first] = failuresOf(report);
  if (first === undefined || override) return;
  const advice = 'Mend what Validate a Configuration names, then try again.';
  throw new Refusal(clusterError('refused', `${first.name} failed. ${first.messages[0] ?? ''}`.trim(), { advice }));
}

/** Commands that make, check and remove a cluster, and add and evict its nodes. */
export const clusterLifecycleCommands: CommandHandlers<
  'cluster.create' | 'cluster.validate' | 'cluster.destroy' | 'node.add' | 'node.evict'
> = {
  'cluster.validate': (sim, input, operation) => {
    const nodes = findServers(sim, input.nodes);
    const report = validate(
      sim,
      nodes.map(({ id }) => id),
      chosenTests(input.tests),
    );
    sim.state.validation = report;
    keepFiles(sim, operation, [
      { stem: 'Validation Report', extension: 'html', text: validationPage(report, sim.db.name) },
    ]);
    return summary(report);
  },
  'cluster.create': (sim, input) => {
    if (sim.state.formed) refuse(`${sim.db.name} has already been created.`, windowsErrors.clusterExists);
    const nodes = findServers(sim, input.nodes);
    const disks = input.storage !== 'none';
    requireValid(sim, nodes, { storage: disks, override: input.overrideValidation === true });
    const ids = nodes.map(({ id }) => id);
    createCluster(sim, { name: input.name, nodes: ids, address: input.addresses?.[0] ?? sim.db.address, disks });
    return 'Created';
  },
  'cluster.destroy': (sim) => {
    requireRunning(sim);
    for (const role of sim.db.roles.values()) {
      requireSettled(sim, role);
      requireQuietMachines(sim, role);
    }
    destroyCluster(sim);
    return 'Destroyed';
  },
  'node.add': (sim, input) => {
    requireRunning(sim);
    const node = findServer(sim, input.node);
    if (sim.db.records.has(node.id))
      refuse(`${node.name} is already a node of ${sim.db.name}.`, windowsErrors.alreadyMember);
    requirePower(node);
    const limit = limitsOf(sim.state.release).nodes;
    if (sim.db.records.size >= limit) {
      refuse(`A cluster of ${releaseTitle(sim.state.release)} has at most ${limit} nodes.`, windowsErrors.tooManyNodes);
    }
    const far = aliveMembers(sim).find((member) => !clusterConnected(sim, member, node.id));
    if (far !== undefined) refuse(`${node.name} does not reach ${sim.node(far).name}.`, windowsErrors.nodeUnreachable);
    const other = sim.db.members.find((member) => !versionsFit(node.osBuild, sim.node(member).osBuild));
    if (other !== undefined) {
      const message = `${node.name} has build ${node.osBuild} of Windows, which does not fit ${sim.node(other).osBuild} of ${sim.node(other).name}.`;
      refuse(message, windowsErrors.incompatibleVersions);
    }
    addNodeRecord(sim, node.id, 1);
    setNodeCount(sim);
    node.copy = sim.db.id;
    joinCluster(sim, node.id);
    return 'Added';
  },
  'node.evict': (sim, input, operation) => {
    requireRunning(sim);
    const node = findNode(sim, input.node);
    if (!canEvict(sim, node.id)) {
      const last = sim.db.members.length === 1 && sim.isMember(node.id);
      refuse(
        last ? `${node.name} is the only node that is up.` : leavingCostsQuorum(node.name),
        last ? windowsErrors.cannotEvictActiveNode : windowsErrors.noQuorum,
        last ? 'To remove the whole cluster use Destroy Cluster.' : undefined,
      );
    }
    if (!sim.isMember(node.id)) {
      evictNode(sim, node.id);
      return 'Evicted';
    }
    beginDrain(sim, node.id, { operation: operation.id, destination: null, then: 'evict' });
    return null;
  },
};

import type { z } from 'zod';
import type { QuorumMode } from '#shared/model/quorum';
import { isAtLeast, type Release } from '#shared/model/release';
import type { clusterSchema } from './cluster-schema';
import { releaseTitle } from './limits';
import { inWords, type ProblemLog } from './problem-log';
import type { ScenarioCluster, ScenarioQuorum } from './scenario';
import type { ScenarioDisk } from './scenario-fabric';
import type { World } from './world';

type GivenCluster = z.output<typeof clusterSchema>;

/** What a mode wants as its witness, in words; null: it has none. */
const witnessOf: { readonly [Mode in QuorumMode]: string | null } = {
  nodeMajority: null,
  nodeAndDiskMajority: 'the name of a disk with the use witness',
  diskOnly: 'the name of a disk with the use witness',
  nodeAndFileShareMajority: 'a file share such as \\\\server\\share',
  nodeAndCloudMajority: 'an address such as https://witness.blob.core.windows.net',
};

/** What the cluster refers to. */
export interface ClusterSurroundings {
  readonly world: World;
  readonly log: ProblemLog;
  readonly release: Release;
  readonly disks: readonly ScenarioDisk[];
}

/** The cluster with its quorum's names resolved. */
export function resolveCluster(given: GivenCluster, all: ClusterSurroundings): ScenarioCluster {
  const { name, domain = null, address = null, formed, settings } = given;
  return { name, domain, address, formed, settings, quorum: resolveQuorum(given.quorum, all) };
}

function resolveQuorum(given: GivenCluster['quorum'], all: ClusterSurroundings): ScenarioQuorum {
  const { world, log, release } = all;
  const { mode, dynamic = null, lowerPriorityNode } = given;
  const at = ['cluster', 'quorum'];
  if (mode === 'nodeAndCloudMajority' && !isAtLeast(release, '2016')) {
    const expected = `a quorum mode of ${releaseTitle(release)}`;
    log.complain({ path: [...at, 'mode'], expected, found: `${mode}, which came with Windows Server 2016` });
  }
  if (dynamic === true && !isAtLeast(release, '2012')) {
    const expected = `false, for ${releaseTitle(release)} has no dynamic quorum`;
    log.complain({ path: [...at, 'dynamic'], expected, found: 'true' });
  }
  return {
    mode,
    witness: resolveWitness(given, all),
    dynamic,
    lowerPriorityNode:
      lowerPriorityNode === undefined ? null : world.nodes.resolve(lowerPriorityNode, [...at, 'lowerPriorityNode']),
  };
}

function resolveWitness(
  { mode, witness }: GivenCluster['quorum'],
  { world, log, disks }: ClusterSurroundings,
): string | null {
  const path = ['cluster', 'quorum', 'witness'];
  const expected = witnessOf[mode];
  if (witness === undefined) {
    if (expected !== null)
      log.complain({ path: path.slice(0, 2), expected: `the field "witness" (${expected})`, found: 'none' });
    return null;
  }
  if (expected === null) {
    const found = `${inWords(witness)} with the mode ${mode}, which has none`;
    log.complain({ path, expected: 'no witness, or a mode that has one', found });
    return null;
  }
  if (mode === 'nodeAndFileShareMajority' || mode === 'nodeAndCloudMajority') {
    const form = mode === 'nodeAndCloudMajority' ? /^https:\/\/[^\s/]+/i : /^\\\\[^\\\s]+\\[^\\]+/;
    if (!form.test(witness)) log.complain({ path, expected, found: inWords(witness) });
    return witness;
  }
  const disk = disks.find(({ name }) => name === world.disks.find(witness));
  if (disk !== undefined && disk.use !== 'witness')
    log.complain({ path, expected, found: `${inWords(disk.name)} with the use ${disk.use}` });
  return world.disks.resolve(witness, path);
}

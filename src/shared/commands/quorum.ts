import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import { quorumModes, type QuorumMode } from '../model/quorum';
import { accepted, defineCommand, unchanged } from './command-definition';
import { text } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { quorumScript } from './quorum-script';
import { badInput, releaseLacks } from './rules/cluster-rules';
import { runningCluster } from './rules/subject';
import { aboutCluster } from './targets';
import { countOf } from './words';

const modesInWords: { readonly [Mode in QuorumMode]: string } = {
  nodeMajority: 'Node Majority',
  nodeAndDiskMajority: 'Node and Disk Majority',
  nodeAndFileShareMajority: 'Node and File Share Majority',
  nodeAndCloudMajority: 'Node and Cloud Witness Majority',
  diskOnly: 'No Majority: Disk Only',
};

/** Windows' smallest disk witness. */
const smallestWitness = 512 * 1024 ** 2;

/** A witness lies in the core group or comes from Available Storage: 5928, ERROR_QUORUM_NOT_ALLOWED_IN_THIS_GROUP. */
function unfitDisk(name: string, view: ClusterView): Objection {
  const disk = view.disk(name);
  if (disk === undefined) return objection(`There is no disk ${name} in ${view.snapshot.cluster.name}.`, 5007);
  switch (disk.use) {
    case 'NotClustered':
      return objection(`${disk.name} is not in the cluster; add it with Add a Disk first.`, 5007);
    case 'SharedVolume':
      return objection(`${disk.name} is a shared volume and cannot be the witness.`, 5928);
    case 'Role':
      return objection(`${disk.name} is used by ${disk.ownerGroup ?? 'a role'} and cannot be the witness.`, 5928);
    default:
      break;
  }
  if (disk.maintenanceMode) return objection(`${disk.name} is in maintenance mode.`, 5970);
  if (disk.state !== 'Online') return objection(`${disk.name} is not online.`, 5004);
  if (disk.size > 0 && disk.size < smallestWitness)
    return objection(`${disk.name} is too small: a witness needs 512 MB.`, undefined, 'Choose another disk.');
  return null;
}

function unfitWitness(mode: QuorumMode, witness: string | undefined, view: ClusterView): Objection {
  if (mode === 'nodeMajority')
    return witness === undefined ? null : badInput(`Node Majority has no witness; leave ${witness} out.`);
  if (witness === undefined) return badInput(`${modesInWords[mode]} needs a witness.`);
  if (mode === 'nodeAndDiskMajority' || mode === 'diskOnly') return unfitDisk(witness, view);
  if (mode === 'nodeAndFileShareMajority')
    return /^\\\\[^\\]+\\[^\\]/.test(witness)
      ? null
      : badInput(`${witness} is no share; write it as \\\\server\\share.`);
  return (
    releaseLacks(view, '2016', 'cloud witness') ??
    (/^https:\/\//i.test(witness) ? null : badInput(`${witness} is no https address.`))
  );
}

function votesInWords(mode: QuorumMode, witness: string | undefined, view: ClusterView): readonly string[] {
  if (mode === 'diskOnly')
    return [`Only ${witness ?? 'the disk'} votes: when it fails, ${view.snapshot.cluster.name} stops.`];
  const voters = view.snapshot.nodes.filter((node) => node.nodeWeight === 1).length;
  const total = voters + (mode === 'nodeMajority' ? 0 : 1);
  const who =
    mode === 'nodeMajority' ? countOf(voters, 'node') : `${countOf(voters, 'node')} and ${witness ?? 'the witness'}`;
  return [
    `${who} can vote: ${countOf(total, 'vote')}.`,
    ...(total % 2 === 0 && view.snapshot.cluster.dynamicQuorum === 0
      ? ['An even number of votes can split in halves, and then nothing runs. An odd number is safer.']
      : []),
  ];
}

/** Changes how votes are counted and the witness. */
export const setQuorum = defineCommand({
  name: 'cluster.setQuorum',
  title: 'Configure Cluster Quorum Settings',
  ...aboutCluster,
  input: z.strictObject({
    mode: z.enum(quorumModes),
    /** A disk's name, `\\server\share`, or the https address of a cloud witness; left out for nodeMajority. */
    witness: text.optional(),
  }),
  risk: 'disruptive',
  asks: true,
  describe: ({ mode, witness }) =>
    `Set the quorum to ${modesInWords[mode]}${witness === undefined ? '' : ` with ${witness}`}`,
  availability: (name, view) => runningCluster.offer(name, view, () => null),
  check: ({ mode, witness }, view) =>
    runningCluster.check('', view, () => {
      const { quorum } = view.snapshot;
      if (mode === quorum.mode && foldName(witness ?? '') === foldName(quorum.witness ?? ''))
        return unchanged(
          `The quorum already is ${modesInWords[mode]}${witness === undefined ? '' : ` with ${witness}`}.`,
        );
      const old = quorum.witness;
      return (
        refusal(unfitWitness(mode, witness, view)) ??
        accepted(
          ...votesInWords(mode, witness, view),
          ...(old === null || old === witness ? [] : [`${old} is no longer the witness.`]),
          'Roles stay online.',
        )
      );
    }),
  script: quorumScript,
});

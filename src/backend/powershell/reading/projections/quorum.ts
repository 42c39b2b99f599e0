import { failuresAtOnce, failuresOneByOne, majorityOf, type VoteRules } from '#shared/model/failure-tolerance';
import type { Quorum, QuorumMode } from '#shared/model/quorum';
import { isAtLeast } from '#shared/model/release';
import { resourceStates, wordOf } from '../enumerations';
import type { RowIndex } from '../row-index';
import { witnessWeight } from './cluster';
import type { QuorumRow } from '../rows/quorum-row';

const diskOnlyTypes: readonly (number | string | null)[] = [2, 'DiskOnly'];

/** The way of counting. Since 2016 QuorumType says only Majority or DiskOnly; the type of the witness tells the rest. */
function quorumModeOf(row: QuorumRow | null): QuorumMode {
  if (row === null) return 'nodeMajority';
  if (diskOnlyTypes.includes(row.QuorumType)) return 'diskOnly';
  const type = row.QuorumResource === null ? '' : (row.ResourceType ?? '');
  if (/^file share/i.test(type)) return 'nodeAndFileShareMajority';
  if (/^cloud/i.test(type)) return 'nodeAndCloudMajority';
  if (type !== '') return 'nodeAndDiskMajority';
  if (row.QuorumType === 'NodeAndDiskMajority') return 'nodeAndDiskMajority';
  if (row.QuorumType === 'NodeAndFileShareMajority') return 'nodeAndFileShareMajority';
  return 'nodeMajority';
}

/** What the witness is called: its disk, its share, or the address of its cloud account. */
function witnessName(row: QuorumRow, index: RowIndex): string | null {
  const resource = row.QuorumResource;
  if (resource === null) return null;
  const share = index.parameter(resource, 'SharePath');
  if (share !== null) return share;
  const endpoint = index.parameter(resource, 'EndpointInfo');
  const account = index.parameter(resource, 'AccountName');
  if (account !== null) return `https://${account}.blob.${endpoint ?? 'core.windows.net'}/`;
  return endpoint ?? resource;
}

function witnessState(index: RowIndex): Quorum['witnessState'] {
  if ((index.quorum?.QuorumResource ?? null) === null) return 'None';
  const state = wordOf(resourceStates, index.witness?.State ?? null, 'Unknown');
  return state === 'Online' || state === 'Failed' ? state : 'Offline';
}

/** What the votes stand at. The partition that answers has quorum, else it would not run. */
export function projectQuorum(index: RowIndex): Quorum {
  const mode = quorumModeOf(index.quorum);
  const diskOnly = mode === 'diskOnly';
  const state = witnessState(index);
  const configured = state === 'None' ? 0 : diskOnly ? 1 : witnessWeight(index);
  const witness = state === 'Online' ? configured : 0;
  const nodes = index.nodes.map((row) => ({
    there: index.isRunning(row),
    weight: row.NodeWeight === 0 ? 0 : 1,
    vote: diskOnly ? 0 : (row.DynamicWeight ?? (row.NodeWeight === 0 ? 0 : 1)),
  }));
  const members = nodes.filter(({ there }) => there);
  const voters = members.filter(({ vote }) => vote !== 0).length;
  const total = nodes.filter(({ vote }) => vote !== 0).length + configured;
  const weighted = members.filter(({ weight }) => weight === 1).length;
  const rules: VoteRules = {
    diskOnly,
    dynamicQuorum: !diskOnly && index.cluster.DynamicQuorum === 1,
    dynamicWitness: isAtLeast(index.release, '2012R2'),
    witnessThere: state === 'Online',
    release: index.release,
  };
  const standing = { weighted, members: members.length, voters, witness, total } as const;
  return {
    name: index.cluster.Name,
    state: 'Normal',
    mode,
    witness: index.quorum === null ? null : witnessName(index.quorum, index),
    witnessState: state,
    witnessDynamicWeight: witnessWeight(index),
    votes: voters + witness,
    votesTotal: total,
    votesNeeded: majorityOf(total),
    canFailAtOnce: failuresAtOnce(standing, rules),
    canFailOneByOne: failuresOneByOne(standing, rules),
  };
}

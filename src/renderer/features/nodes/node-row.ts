import type { ClusterView } from '#shared/model/cluster-view';
import type { Node } from '#shared/model/node';
import type { TimeScale } from '../../lib/format/time';
import type { Tone } from '../../lib/tone';
import type { GridRow } from '../../ui/grid/grid-types';
import { drainInWords, nodeInformation, nodeStatus, votesInWords } from './node-words';

/** One line of "Nodes". */
export interface NodeRow extends GridRow {
  readonly number: number;
  readonly tone: Tone;
  readonly status: string;
  readonly votes: string;
  /** How many roles it has. */
  readonly roles: number;
  /** Bytes; null while unknown. */
  readonly memoryFree: number | null;
  readonly memoryTotal: number | null;
  readonly drain: string;
  readonly information: string;
  readonly wrong: boolean;
}

/** A node as a line of a grid. */
export function nodeRow(node: Node, view: ClusterView, scale: TimeScale): NodeRow {
  const { tone, text: status } = nodeStatus(node);
  const roles = view.rolesOn(node.name).filter((role) => !role.isCoreGroup).length;
  const information = nodeInformation(node, roles, scale);
  return {
    id: node.id,
    name: node.name,
    number: node.nodeNumber,
    tone,
    status,
    votes: votesInWords(node),
    roles,
    memoryFree: node.memoryAvailable,
    memoryTotal: node.memoryTotal,
    drain: drainInWords(node),
    information: information.text,
    wrong: information.wrong,
  };
}

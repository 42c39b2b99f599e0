import type { Node } from '../../model/node';
import type { VirtualMachine } from '../../model/virtual-machine';
import { objection, type Objection } from '../objection';
import { holdsMemory, memoryLacking } from './memory-rules';
import { isRunning, nodeNotRunning } from './node-rules';

/**
 * What keeps a role or a machine from starting on the node that has it: nothing comes online on a paused node (70,
 * ERROR_SHARING_PAUSED, [MS-CMRP] ApiOnlineGroup) or on one that is down (5050), which only has it because no other node can
 * take it, and a machine only where it has room (5956).
 */
export function cannotStartOn(node: Node, role: string, machine: VirtualMachine | undefined): Objection {
  if (!isRunning(node)) return nodeNotRunning(node);
  if (node.state === 'Paused')
    return objection(
      `${node.name} is paused, so nothing comes online there.`,
      70,
      `Resume ${node.name}, or move ${role} first.`,
    );
  return machine === undefined || holdsMemory(machine)
    ? null
    : memoryLacking(machine, node, node.memoryAvailable, 5956);
}

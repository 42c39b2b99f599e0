import type { Node } from '#shared/model/node';
import type { Operation } from '#shared/model/operation';
import type { Resource } from '#shared/model/resource';
import type { Role } from '#shared/model/role';
import type { VirtualMachine } from '#shared/model/virtual-machine';

/** What has to be known of a role to say in words how it is. */
export interface RoleFacts {
  readonly role: Role;
  /** Undefined for a role that is not a virtual machine. */
  readonly machine: VirtualMachine | undefined;
  readonly resources: readonly Resource[];
  /** The node that has it. */
  readonly owner: Node | undefined;
  /** What runs on it now. */
  readonly operation: Operation | undefined;
}

/** Whether Windows set a flag of the status information. */
export function hasFlag(information: string, flag: string): boolean {
  return information.split(', ').includes(flag);
}

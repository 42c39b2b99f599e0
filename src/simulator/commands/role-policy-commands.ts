import type { Simulation } from '../engine/simulation';
import { priorities } from '../resources/role-priority';
import { changePriority } from '../resources/start-order';
import type { RoleState } from '../state/role-state';
import type { CommandHandlers } from './command-handler';
import { findNode, findRole } from './find';

function change(sim: Simulation, name: string, set: (role: RoleState) => void): string {
  const role = findRole(sim, name);
  set(role);
  sim.touch('roles', role.id);
  return 'Set';
}

/** Commands that set where and when a role runs. */
export const rolePolicyCommands: CommandHandlers<
  'role.setPriority' | 'role.setPreferredOwners' | 'role.setFailover' | 'role.setFailback' | 'role.setAntiAffinity'
> = {
  'role.setPriority': (sim, input) =>
    change(sim, input.role, (role) => changePriority(sim, role, priorities[input.priority])),
  'role.setPreferredOwners': (sim, input) => {
    const owners = input.preferredOwners.map((name) => findNode(sim, name).id);
    return change(sim, input.role, (role) => (role.preferredOwners = owners));
  },
  'role.setFailover': (sim, input) =>
    change(sim, input.role, (role) => {
      const { threshold, period } = input.failover;
      role.failover = { threshold: threshold ?? role.failover.threshold, period: period ?? role.failover.period };
    }),
  'role.setFailback': (sim, input) =>
    change(sim, input.role, (role) => {
      role.failback =
        typeof input.failback === 'string' ? { kind: input.failback } : { kind: 'window', ...input.failback };
    }),
  'role.setAntiAffinity': (sim, input) =>
    change(sim, input.role, (role) => (role.antiAffinity = [...input.antiAffinity])),
};

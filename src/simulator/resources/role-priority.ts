import type { RoleState } from '../state/role-state';

/** Priorities as Windows numbers them. */
export const priorities = { high: 3000, medium: 2000, low: 1000, noAutoStart: 0 } as const;

function rank(role: RoleState): number {
  if (role.groupType === 'Cluster') return 9000;
  return role.groupType === 'AvailableStorage' ? 8000 : role.priority;
}

/** Roles by priority: the core group, then available storage, then high before medium before low; equals keep their order. */
export function byPriority(roles: readonly RoleState[]): readonly RoleState[] {
  return [...roles].sort((a, b) => rank(b) - rank(a));
}

export { hostedRoleColumns } from './role-columns';
export { roleGrid } from './role-grid';
export { ownRoles, roleRow, type RoleRow } from './role-row';
export { rolesFeature } from './roles-feature';

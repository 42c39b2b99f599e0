export { hostedRoleColumns } from './role-columns';
export { roleGrid } from './role-grid';
export { ownRoles, ownRows, roleRow, type RoleRow } from './role-row';
export { rolesFeature } from './roles-feature';

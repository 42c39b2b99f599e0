export { ownRoles, roleRow, type RoleRow } from './role-row';

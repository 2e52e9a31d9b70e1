export { neededAccess } from './neededAccess.ts';
export type { NeededAccess } from './neededAccess.ts';
export { permissionFiles, unformatted } from './permissionFiles.ts';
export { integrationSet, permissionTable, rightsOf } from './permissionTable.ts';
export type {
  FieldAccess,
  ObjectGrant,
  ObjectRight,
  PermissionSetPlan
} from './permissionTable.ts';
export { writePermissions } from './writePermissions.ts';

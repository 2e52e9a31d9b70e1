import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../tools/index.ts';

/** What a permission set may let its users do with an object's records. */
export type ObjectRight = 'read' | 'create' | 'edit' | 'delete' | 'viewAll' | 'modifyAll';

/** Access to a field, or to every field of an object that can be given. */
export type FieldAccess = 'read' | 'edit';

/** What a set gives on one object. */
export interface ObjectGrant {
  /** Rights with blanks between them. */
  readonly rights: string;
  /** What it is for: `Clazar … <reason>`. Only where an admin is told. */
  readonly reason?: string;
  /** All fields, or a field each. */
  readonly fields: FieldAccess | Readonly<Record<string, FieldAccess>>;
}

/** One permission set of the table. */
export interface PermissionSetPlan {
  readonly label: string;
  readonly description: string;
  readonly applications: readonly string[];
  readonly classes: readonly string[];
  readonly customPermissions: readonly string[];
  readonly principals: readonly string[];
  readonly recordTypes: readonly string[];
  readonly tabs: readonly string[];
  readonly userPermissions: readonly string[];
  readonly objects: Readonly<Record<string, ObjectGrant>>;
}

/** The set that Clazar's cloud and the scheduled sync run with. */
export const integrationSet = 'Clazar_Salesforce_Integration_User';

/** All permission sets of the package: the one table they are made from, `config/permissions.json`. */
export function permissionTable(): Readonly<Record<string, PermissionSetPlan>> {
  const text = readFileSync(join(projectFolder, 'config', 'permissions.json'), 'utf8');
  return JSON.parse(text) as Record<string, PermissionSetPlan>;
}

/** The rights of a grant, in the order in which people read them. */
export function rightsOf({ rights }: ObjectGrant): ObjectRight[] {
  const given = rights.split(' ');
  return objectRights.filter((right) => given.includes(right));
}

const objectRights: readonly ObjectRight[] = [
  'read',
  'viewAll',
  'create',
  'edit',
  'delete',
  'modifyAll'
];

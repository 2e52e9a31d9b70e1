import type { SchemaPort } from '../../apex/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { Store } from '../store/types.ts';
import { securedFieldName } from './fieldRules.ts';
import { grantsOf, permissionSetsOf } from './grants.ts';
import type { Grants, ObjectGrant } from './grants.ts';
import { apexClassId, customPermissionId, entityDefinitionId } from './ids.ts';
import { ruleFor } from './objectRules.ts';
import { recordTypePolicy } from './recordTypes.ts';
import { standardProfiles } from './profiles.ts';
import type { ProfileFields } from './profiles.ts';

/** What the policy of a user is worked out from. */
export interface SecuritySource {
  readonly schema: SchemaPort;
  readonly store: Store;
}

/**
 * What a user may do, as the rows of PermissionSet, ObjectPermissions, FieldPermissions and SetupEntityAccess say now.
 * Ask for it again after any of them has changed.
 * @param now milliseconds since 1970, for assignments that expire
 */
export function readPolicy(source: SecuritySource, user: UserContext, now: number): AccessPolicy {
  const { store, schema } = source;
  const permissionSetIds = permissionSetsOf(store, user.userId, now);
  const grants = grantsOf(store, user.userId, now);
  const profileName = store.get('Profile', [user.profileId])[0]?.['Name'];
  const profile = standardProfiles.find(({ name }) => name === profileName);
  const all = profileName === undefined || profile?.fields === 'all';
  return {
    ...policyOf(schema, grants, profile?.fields ?? 'none'),
    ...recordTypePolicy({ schema, store, permissionSetIds, all })
  };
}

type GrantedPolicy = Omit<AccessPolicy, 'canUseRecordType' | 'defaultRecordType'>;

/** The policy that follows from grants. */
export function policyOf(
  schema: SchemaPort,
  grants: Grants,
  profileFields: ProfileFields
): GrantedPolicy {
  const objects = objectPolicy(schema, grants);
  return {
    ...objects,
    ...fieldPolicy({ schema, grants, profileFields }, objects.canRead),
    hasUserPermission: (name) => grants.userPermissions.has(name),
    hasCustomPermission: (name) => grants.entities.has(customPermissionId(name, schema.namespace)),
    canUseClass: (name) =>
      grants.userPermissions.has('AuthorApex') ||
      grants.entities.has(apexClassId(name, schema.namespace))
  };
}

type ObjectPolicy = Pick<
  AccessPolicy,
  'canRead' | 'canCreate' | 'canEdit' | 'canDelete' | 'viewsAll' | 'modifiesAll'
>;
type Level = Exclude<keyof ObjectGrant, 'viewAllFields'>;

/** A permission that carries every other of all objects. */
const impliedBy: Readonly<Record<Level, string>> = {
  read: 'ViewAllData',
  viewAll: 'ViewAllData',
  create: 'ModifyAllData',
  edit: 'ModifyAllData',
  delete: 'ModifyAllData',
  modifyAll: 'ModifyAllData'
};

function objectPolicy(schema: SchemaPort, grants: Grants): ObjectPolicy {
  const may = (level: Level) =>
    memoized((object) =>
      isConfiguration(schema, object)
        ? readsConfiguration(grants, object, level)
        : isGranted(grants, object, level)
    );
  return {
    canRead: may('read'),
    canCreate: may('create'),
    canEdit: may('edit'),
    canDelete: may('delete'),
    viewsAll: may('viewAll'),
    modifiesAll: may('modifyAll')
  };
}

function memoized(answer: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const now = answer(name);
    known.set(name, now);
    return now;
  };
}

function isGranted(grants: Grants, object: string, level: Level): boolean {
  const { userPermissions } = grants;
  if (userPermissions.has(impliedBy[level]) || userPermissions.has('ModifyAllData')) return true;
  const rule = ruleFor(object);
  switch (rule.kind) {
    case 'open':
      return level !== 'viewAll' && level !== 'modifyAll';
    case 'readable':
      return level === 'read' || userPermissions.has(rule.writePermission ?? '');
    case 'granted':
      return isImplied(grants.objects.get(rule.object.toLowerCase()), level);
  }
}

function isImplied(grant: ObjectGrant | undefined, level: Level): boolean {
  if (grant === undefined) return false;
  if (grant[level]) return true;
  if (grant.modifyAll) return level !== 'create';
  return grant.viewAll && level === 'read';
}

function isConfiguration(schema: SchemaPort, object: string): boolean {
  const kind = schema.object(object)?.kind;
  return kind === 'customMetadata' || kind === 'customSetting';
}

/** Custom metadata types and custom settings are opened by `customMetadataTypeAccesses`, `customSettingAccesses`. */
function readsConfiguration(grants: Grants, object: string, level: Level): boolean {
  if (grants.userPermissions.has('CustomizeApplication')) return true;
  return level === 'read' && grants.entities.has(entityDefinitionId(object));
}

interface FieldSource {
  readonly schema: SchemaPort;
  readonly grants: Grants;
  readonly profileFields: ProfileFields;
}

function fieldPolicy(
  source: FieldSource,
  canRead: (object: string) => boolean
): Pick<AccessPolicy, 'canReadField' | 'canEditField'> {
  const level = fieldLevels(source);
  return {
    canReadField: (object, field) => canRead(object) && level(object, field) !== undefined,
    canEditField: (object, field) => level(object, field) === 'edit'
  };
}

/** How far a field is open, remembered by object and field. */
function fieldLevels(
  source: FieldSource
): (object: string, field: string) => 'read' | 'edit' | undefined {
  const known = new Map<string, 'read' | 'edit' | 'none'>();
  return (object, field) => {
    const key = `${object}.${field}`;
    const before = known.get(key) ?? levelOf(source, object, field) ?? 'none';
    known.set(key, before);
    return before === 'none' ? undefined : before;
  };
}

function levelOf(source: FieldSource, object: string, field: string): 'read' | 'edit' | undefined {
  const { schema, profileFields } = source;
  if (profileFields === 'all' || !isSecured(schema, object)) return 'edit';
  const secured = securedFieldName(schema, object, field);
  if (secured === undefined) return 'edit';
  if (profileFields === 'standard' && !secured.endsWith('__c')) return 'edit';
  return grantedLevel(source.grants, object, secured);
}

/** Setup objects and configuration have no field-level security. */
function isSecured(schema: SchemaPort, object: string): boolean {
  return ruleFor(object).kind === 'granted' && !isConfiguration(schema, object);
}

function grantedLevel(grants: Grants, object: string, field: string): 'read' | 'edit' | undefined {
  const granted = grants.fields.get(`${object}.${field}`.toLowerCase());
  if (granted !== undefined) return granted;
  return grants.objects.get(object.toLowerCase())?.viewAllFields === true ? 'read' : undefined;
}

import type { FieldDefinition, ObjectDefinition, SharingModel } from '../../apex/index.ts';
import type { AccessPolicy } from '../session/types.ts';
import type { FieldValue } from '../store/types.ts';
import type { Circle } from './circle.ts';
import { sharedByRules } from './rules.ts';
import { shareTableOf, sufficient } from './shareTable.ts';
import type { AccessLevel, SharingCondition, SharingSource } from './types.ts';

/** Whose access, and how much of it. */
export interface Reach {
  readonly source: SharingSource;
  readonly policy: AccessPolicy;
  /** Worked out when it is first needed. */
  readonly circle: () => Circle;
  readonly level: AccessLevel;
}

/** What the org-wide default alone gives to everybody. */
const openTo: Readonly<Record<SharingModel, readonly AccessLevel[]>> = {
  Private: [],
  Read: ['read'],
  ReadWrite: ['read', 'edit'],
  ReadWriteTransfer: ['read', 'edit'],
  FullAccess: ['read', 'edit', 'delete'],
  ControlledByParent: []
};

/** Activities are seen with the records they are about, which is not imitated: everybody sees them. */
const activities = new Set(['Task', 'Event']);

/** Standard objects that are controlled by a parent that is no master. */
const parentFields: Readonly<Record<string, string>> = {
  Asset: 'AccountId',
  Contact: 'AccountId',
  Quote: 'OpportunityId',
  QuoteLineItem: 'QuoteId'
};

const everything: SharingCondition | undefined = undefined;

/**
 * Which rows of an object are within reach; undefined when all are
 * (https://developer.salesforce.com/docs/atlas.en-us.securityImplGuide.meta/securityImplGuide/security_data_access.htm).
 */
export function conditionFor(
  reach: Reach,
  object: ObjectDefinition,
  alias: string
): SharingCondition | undefined {
  if (!isShared(object) || hasAll(reach, object)) return everything;
  if (object.sharingModel === 'ControlledByParent') return byParents(reach, object, alias);
  if (openTo[object.sharingModel].includes(reach.level)) return everything;
  if (!object.fields.has('ownerid')) return everything;
  const rules = sharedByRules(reach.source.store, object.name, reach).map((rule) => rule(alias));
  return either([byOwner(reach, alias), byShare(reach, object, alias), ...rules]);
}

function isShared({ kind, name }: ObjectDefinition): boolean {
  return (kind === 'standard' || kind === 'custom') && !activities.has(name) && name !== 'User';
}

function hasAll({ policy, level }: Reach, { name }: ObjectDefinition): boolean {
  return policy.modifiesAll(name) || (level === 'read' && policy.viewsAll(name));
}

function byOwner({ circle }: Reach, alias: string): SharingCondition {
  return {
    sql: `${alias}."OwnerId" IN (SELECT value FROM json_each(?))`,
    parameters: [JSON.stringify(circle().owners)]
  };
}

function byShare(
  { source, circle, level }: Reach,
  object: ObjectDefinition,
  alias: string
): SharingCondition | undefined {
  const table = shareTableOf(source.schema, object);
  if (table === undefined) return undefined;
  const levels = sufficient[level].map((name) => `'${name}'`).join(', ');
  return {
    sql:
      `${alias}."Id" IN (SELECT "${table.parentField}" FROM "${table.object}" ` +
      `WHERE "UserOrGroupId" IN (SELECT value FROM json_each(?)) AND "${table.levelField}" IN (${levels}))`,
    parameters: [JSON.stringify(circle().grantees)]
  };
}

/** A detail goes with its master: whoever sees it sees the detail, whoever edits it edits and deletes the detail. */
function byParents(
  reach: Reach,
  object: ObjectDefinition,
  alias: string
): SharingCondition | undefined {
  const parentReach: Reach = { ...reach, level: reach.level === 'read' ? 'read' : 'edit' };
  const conditions = parentsOf(object).flatMap(
    (field) => byParent(parentReach, { field, object, alias }) ?? []
  );
  return conditions.length === 0 ? everything : every(conditions);
}

function parentsOf(object: ObjectDefinition): FieldDefinition[] {
  const masters = [...object.fields.values()].filter((field) => field.masterDetail);
  if (masters.length > 0) return masters;
  const field = object.fields.get((parentFields[object.name] ?? '').toLowerCase());
  return field === undefined ? [] : [field];
}

interface Detail {
  readonly field: FieldDefinition;
  readonly object: ObjectDefinition;
  readonly alias: string;
}

function byParent(reach: Reach, { field, object, alias }: Detail): SharingCondition | undefined {
  const parent = reach.source.schema.object(field.referenceTo[0] ?? '');
  if (parent === undefined) return undefined;
  const parentAlias = `${alias.replaceAll('"', '')}_${field.name}`;
  const condition = conditionFor(reach, parent, parentAlias);
  if (condition === undefined) return undefined;
  const column = `${alias}."${field.name}"`;
  const below: SharingCondition = {
    sql: `${column} IN (SELECT ${parentAlias}."Id" FROM "${parent.name}" ${parentAlias} WHERE ${condition.sql})`,
    parameters: condition.parameters
  };
  if (!field.nillable || !object.fields.has('ownerid')) return below;
  const orphan = byOwner(reach, alias);
  return either([
    below,
    { sql: `(${column} IS NULL AND ${orphan.sql})`, parameters: orphan.parameters }
  ]);
}

function either(
  conditions: readonly (SharingCondition | undefined)[]
): SharingCondition | undefined {
  return join(conditions, ' OR ');
}

function every(conditions: readonly SharingCondition[]): SharingCondition | undefined {
  return join(conditions, ' AND ');
}

function join(
  conditions: readonly (SharingCondition | undefined)[],
  word: string
): SharingCondition | undefined {
  const present = conditions.filter((condition) => condition !== undefined);
  if (present.length === 0) return undefined;
  const parameters: FieldValue[] = present.flatMap((condition) => [...condition.parameters]);
  return { sql: `(${present.map(({ sql }) => sql).join(word)})`, parameters };
}

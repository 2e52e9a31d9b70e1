import type { MemberExpression } from '../../syntax/index.ts';
import type { NativeUse, RecordType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { memberOf } from './members.ts';
import { callByName } from './nativeCalls.ts';
import type { Reference } from './references.ts';

/** `Account.fields`, `Schema.SObjectType.Account.fieldSets`: half of a token. */
export interface SchemaReference {
  readonly kind: 'fields' | 'fieldSets';
  readonly type: RecordType;
  /** Fields reached through a describe give describes, others tokens. */
  readonly describes: boolean;
}

/** `Account.Name`, `Account.SObjectType`, `Account.fields` */
export function recordStatic(
  checker: Checker,
  type: RecordType,
  { name, at }: MemberExpression
): Reference {
  const key = name.toLowerCase();
  if (key === 'sobjecttype') return value(objectToken(checker, type, at));
  if (key === 'fields') return { kind: 'fields', type, describes: false };
  if (key === 'fieldsets') return { kind: 'fieldSets', type, describes: false };
  return value(fieldToken(checker, type, { name, at }));
}

function value(bound: Bound): Reference {
  return { kind: 'value', value: bound };
}

export function objectToken(checker: Checker, type: RecordType, at: Bound['at']): Bound {
  const tokenType = checker.types.native('Schema.SObjectType');
  return { kind: 'objectToken', at, type: tokenType, object: type.object.name };
}

function fieldToken(
  checker: Checker,
  { object }: RecordType,
  { name, at }: Pick<MemberExpression, 'name' | 'at'>
): Bound {
  const { schema, types } = checker.world;
  const field = schema.field(object, name) ?? schema.parentRelationship(object, name);
  if (!field) return invalid(checker, at, `Variable does not exist: ${name}`);
  const tokenType = types.native('Schema.SObjectField');
  return { kind: 'fieldToken', at, type: tokenType, object: object.name, field: field.name };
}

/** `Schema.SObjectType.Account`: the describe of an object. */
export function describeMember(
  checker: Checker,
  owner: NativeUse,
  { name, at }: MemberExpression
): Reference | undefined {
  if (owner.name !== 'Schema.SObjectType') return undefined;
  const object = checker.world.schema.object(name);
  if (!object) return undefined;
  return { kind: 'describe', type: checker.types.ofObject(object), at };
}

/** What follows `Account.fields` or `Schema.SObjectType.Account`. */
export function schemaMember(
  checker: Checker,
  target: SchemaReference | DescribeReference,
  member: MemberExpression
): Reference {
  const { name, at } = member;
  if (target.kind === 'describe') return ofDescribe(checker, target, member);
  if (target.kind === 'fieldSets') {
    const type = checker.types.native('Schema.FieldSet');
    return value({ kind: 'fieldSet', at, type, object: target.type.object.name, name });
  }
  const token = fieldToken(checker, target.type, { name, at });
  return value(target.describes ? callByName(checker, token, { name: 'getDescribe', at }) : token);
}

/** `Account.SObjectType.fields` */
export function tokenMember(
  checker: Checker,
  target: Bound,
  { name, at }: MemberExpression
): Reference | undefined {
  if (isRowCause(target)) {
    const type = checker.types.native('String');
    return { kind: 'value', value: { kind: 'constant', at, type, value: name } };
  }
  if (target.kind !== 'objectToken' || !/^(fields|fieldsets)$/i.test(name)) return undefined;
  const object = checker.world.schema.object(target.object);
  if (!object) return undefined;
  const kind = name.toLowerCase() === 'fields' ? 'fields' : 'fieldSets';
  return { kind, type: checker.types.ofObject(object), describes: false };
}

/** An object's describe, of which fields and field sets may follow. */
export interface DescribeReference {
  readonly kind: 'describe';
  readonly type: RecordType;
  readonly at: Bound['at'];
}

function ofDescribe(
  checker: Checker,
  target: DescribeReference,
  member: MemberExpression
): Reference {
  const key = member.name.toLowerCase();
  if (key === 'fields') return { kind: 'fields', type: target.type, describes: true };
  if (key === 'fieldsets') return { kind: 'fieldSets', type: target.type, describes: true };
  return value(memberOf(checker, describeValue(checker, target), member));
}

/** `Account.fields`, `Schema.SObjectType.Account.fieldSets` as values, for their `getMap()`. */
export function fieldsValue(
  checker: Checker,
  { kind, type }: SchemaReference,
  at: Bound['at']
): Bound {
  const describe = describeValue(checker, { kind: 'describe', type, at });
  return memberOf(checker, describe, { name: kind, at, safe: false });
}

/** The describe itself, as a value. */
export function describeValue(checker: Checker, { type, at }: DescribeReference): Bound {
  return callByName(checker, objectToken(checker, type, at), { name: 'getDescribe', at });
}

/**
 * `Job__Share.RowCause.Manual` is the text of a reason for sharing.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_bulk_sharing_creating_with_apex.htm
 */
function isRowCause(target: Bound): boolean {
  if (target.kind !== 'fieldToken') return false;
  return target.field === 'RowCause' && target.object.endsWith('Share');
}

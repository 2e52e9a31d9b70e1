import type { Position } from '../../syntax/index.ts';
import { isNative, isUnknown, unknownType } from '../../types/index.ts';
import type { ApexType, ClassType, NativeUse, RecordType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid, temporary } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { convert, recordOf } from '../convert.ts';
import { typeOfField } from '../fieldTypes.ts';
import { findField, findNativeMethods, findNativeProperty, nativeParents } from '../lookup.ts';
import { fieldOf } from './fields.ts';
import { nativeInstanceCall } from './nativeCalls.ts';
import { missingMember } from './unsupported.ts';

export interface Member {
  readonly name: string;
  readonly at: Position;
  readonly safe: boolean;
}

/** `value.name`, which may be a field, a property or a related record. */
export function memberOf(checker: Checker, target: Bound, member: Member): Bound {
  if (target.type.kind === 'unknown') return { kind: 'invalid', type: unknownType, at: member.at };
  const from = member.safe ? firstRecord(checker, target, member.name) : target;
  return onTarget(from, member, (value) => plainMember(checker, value, member));
}

/** `[SELECT …]?.Name` is null when there is no row. */
function firstRecord(checker: Checker, target: Bound, name: string): Bound {
  if (target.kind !== 'soql' || target.mode !== 'list' || isUnknown(recordOf(target)))
    return target;
  const ofList = findNativeMethods(checker.types, checker.types.list(recordOf(target)), name);
  return ofList.length > 0 ? target : { ...target, mode: 'first', type: recordOf(target) };
}

/** Builds on a target; what follows `?.` in a chain is left out together when the target is null. */
export function onTarget(
  target: Bound,
  { safe, at }: Pick<Member, 'safe' | 'at'>,
  build: (target: Bound) => Bound
): Bound {
  if (safe) {
    const variable = temporary('safe', target.type);
    const body = build({ kind: 'local', at, type: target.type, variable });
    return { kind: 'safe', at, type: body.type, target, variable, body };
  }
  if (target.kind === 'safe') {
    const body = onTarget(target.body, { safe, at }, build);
    return { ...target, type: body.type, body };
  }
  return build(target);
}

function plainMember(checker: Checker, target: Bound, member: Member): Bound {
  if (target.kind === 'soql' && target.mode === 'list') return ofQuery(checker, target, member);
  return found(checker, target, member) ?? missing(checker, target.type, member);
}

function found(checker: Checker, target: Bound, member: Member): Bound | undefined {
  const { type } = target;
  if (type.kind === 'sobject') return recordMember(checker, { target, type }, member);
  if (type.kind === 'class') return classMember(checker, { target, type }, member);
  if (type.kind !== 'native') return undefined;
  return (
    property(checker, { target, type }, member) ??
    resultProperty(checker, target, member) ??
    genericRecord(checker, target, member)
  );
}

interface Of<Type> {
  readonly target: Bound;
  readonly type: Type;
}

function classMember(
  checker: Checker,
  { target, type }: Of<ClassType>,
  member: Member
): Bound | undefined {
  const field = findField(type.symbol, member.name);
  if (field) return fieldOf(checker, { field, target, at: member.at });
  const inherited = nativeParents(type.symbol).map((parent) =>
    property(checker, { target, type: parent }, member)
  );
  return inherited.find((one) => one !== undefined);
}

function missing(checker: Checker, type: ApexType, { name, at }: Member): Bound {
  return invalid(checker, at, missingMember(type, name));
}

function ofQuery(checker: Checker, query: Bound & { kind: 'soql' }, member: Member): Bound {
  if (query.mode !== 'list' || isUnknown(recordOf(query))) {
    return missing(checker, query.type, member);
  }
  return memberOf(checker, convert(query, recordOf(query)), member);
}

function property(
  checker: Checker,
  { target, type }: Of<NativeUse>,
  { name, at }: Member
): Bound | undefined {
  const known = findNativeProperty(checker.types, type, name);
  if (!known || known.property.isStatic) return undefined;
  const { getKey, setKey } = known.property;
  return { kind: 'nativeGet', at, type: known.type, target, getKey, setKey };
}

/** Types whose getters can be read as properties too. */
const beans =
  /^(Database\.\w*(Result|Error)|Messaging\.SendEmail(Result|Error)|Schema\.(PicklistEntry|RecordTypeInfo|Describe\w+Result))$/;

/** `result.success` and `result.id` are `isSuccess()` and `getId()`. */
function resultProperty(checker: Checker, target: Bound, { name, at }: Member): Bound | undefined {
  if (!beans.test(target.type.name)) return undefined;
  const getters = [`get${name}`, `is${name}`].map((one) =>
    nativeInstanceCall(checker, target, { name: one, at, given: [] })
  );
  return getters.find((one) => one !== undefined);
}

/** `SObject` itself has the field Id only. */
function genericRecord(checker: Checker, target: Bound, member: Member): Bound | undefined {
  if (!isNative(target.type, 'SObject') || member.name.toLowerCase() !== 'id') return undefined;
  const type = checker.types.native('Id');
  return { kind: 'recordField', at: member.at, type, target, name: 'Id', viaParent: false };
}

/** Fields, parents and children of a record. */
function recordMember(
  checker: Checker,
  record: Of<RecordType>,
  { name, at }: Member
): Bound | undefined {
  const { target, type } = record;
  const viaParent = target.kind === 'parent';
  const field = checker.world.schema.field(type.object, name);
  if (field) {
    const fieldType = typeOfField(checker.types, field);
    return { kind: 'recordField', at, type: fieldType, target, name: field.name, viaParent };
  }
  return parentRecord(checker, record, { name, at }) ?? childRecords(checker, record, { name, at });
}

type Name = Pick<Member, 'name' | 'at'>;

function parentRecord(
  checker: Checker,
  { target, type: { object } }: Of<RecordType>,
  { name, at }: Name
): Bound | undefined {
  const lookup = checker.world.schema.parentRelationship(object, name);
  if (lookup?.relationshipName === undefined) return undefined;
  const type = parentTypeOf(checker, lookup.referenceTo);
  const viaParent = target.kind === 'parent';
  return { kind: 'parent', at, type, target, name: lookup.relationshipName, viaParent };
}

function childRecords(
  checker: Checker,
  { target, type: { object } }: Of<RecordType>,
  { name, at }: Name
): Bound | undefined {
  const { schema } = checker.world;
  const relationship = schema.childRelationship(object, name);
  const child = relationship && schema.object(relationship.childObject);
  if (relationship?.relationshipName === undefined || !child) return undefined;
  return {
    kind: 'children',
    at,
    type: checker.types.list(checker.types.ofObject(child)),
    target,
    name: relationship.relationshipName,
    childType: child.name,
    viaParent: target.kind === 'parent'
  };
}

/** A lookup to more than one object gives a `Name`, whose fields every such object has. */
export function parentTypeOf(checker: Checker, referenceTo: readonly string[]): Bound['type'] {
  const { schema } = checker.world;
  const [only] = referenceTo;
  const object = referenceTo.length === 1 && only !== undefined ? schema.object(only) : undefined;
  if (object) return checker.types.ofObject(object);
  const name = schema.object('Name');
  return name ? checker.types.ofObject(name) : checker.types.native('SObject');
}

import type { Expression, NewObject } from '../../syntax/index.ts';
import { isNative } from '../../types/index.ts';
import type { RecordType } from '../../types/index.ts';
import type { Bound, RecordValue } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { assignable } from '../convert.ts';
import { typeOfField } from '../fieldTypes.ts';
import { check } from './check.ts';
import { parentTypeOf } from './members.ts';

/** `new Account(Name = 'x', Parent = other)` */
export function newRecord(
  checker: Checker,
  type: RecordType,
  { at, arguments: list }: NewObject
): Bound {
  const fields = list.map((argument) => recordValue(checker, type, argument));
  reportRepeated(checker, list);
  return {
    kind: 'newRecord',
    at,
    type,
    object: type.object.name,
    fields: fields.filter((one) => one !== undefined)
  };
}

function reportRepeated(checker: Checker, list: NewObject['arguments']): void {
  const seen = new Set<string>();
  for (const one of list) {
    if (one.kind !== 'assign' || one.target.kind !== 'name') continue;
    const key = one.target.name.toLowerCase();
    if (seen.has(key)) checker.report(one.at, `Duplicate field initialization: ${one.target.name}`);
    seen.add(key);
  }
}

function recordValue(
  checker: Checker,
  type: RecordType,
  argument: Expression
): RecordValue | undefined {
  if (argument.kind !== 'assign' || argument.target.kind !== 'name') {
    invalid(checker, argument.at, `Type requires name=value pair construction: ${type.name}`);
    return undefined;
  }
  const { name, at } = argument.target;
  const value = check(checker, argument.value);
  const { schema } = checker.world;
  const field = schema.field(type.object, name);
  if (field) {
    const wanted = typeOfField(checker.types, field);
    return {
      kind: 'field',
      name: field.name,
      value: assignable(checker, value, { type: wanted, at })
    };
  }
  return parentValue(checker, type, { name, at, value });
}

function parentValue(
  checker: Checker,
  { object }: RecordType,
  { name, at, value }: { readonly name: string; readonly at: Bound['at']; readonly value: Bound }
): RecordValue | undefined {
  const lookup = checker.world.schema.parentRelationship(object, name);
  if (lookup?.relationshipName === undefined) {
    invalid(checker, at, `Field does not exist: ${name} on ${object.name}`);
    return undefined;
  }
  const type = parentTypeOf(checker, lookup.referenceTo);
  const wanted =
    isNative(type, 'SObject') || type.name === 'Name' ? checker.types.native('SObject') : type;
  return {
    kind: 'parent',
    name: lookup.relationshipName,
    value: assignable(checker, value, { type: wanted, at })
  };
}

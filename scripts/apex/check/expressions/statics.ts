import type { MemberExpression } from '../../syntax/index.ts';
import { innerOf } from '../../link/index.ts';
import { unreachable } from '../../../shared/index.ts';
import type { ClassType, NativeUse } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { findField, findNativeProperty } from '../lookup.ts';
import { fieldOf, withoutObject } from './fields.ts';
import type { Reference } from './references.ts';
import { describeMember, recordStatic } from './schemaTokens.ts';
import { missingMember } from './unsupported.ts';

/** `Type.name`: a static field, an enum value, an inner type, a token of the schema. */
export function staticMember(
  checker: Checker,
  type: ApexType,
  member: MemberExpression
): Reference {
  switch (type.kind) {
    case 'class':
      return classMember(checker, type, member);
    case 'sobject':
      return recordStatic(checker, type, member);
    case 'native':
      return nativeMember(checker, type, member);
    case 'void':
    case 'null':
    case 'unknown':
      return value(invalid(checker, member.at, `Variable does not exist: ${member.name}`));
    default:
      return unreachable(type);
  }
}

function value(bound: Bound): Reference {
  return { kind: 'value', value: bound };
}

function classMember(checker: Checker, type: ClassType, { name, at }: MemberExpression): Reference {
  const { symbol } = type;
  const constant = symbol.enumValues.find((one) => one.toLowerCase() === name.toLowerCase());
  if (constant !== undefined) return value({ kind: 'enumValue', at, type, symbol, name: constant });
  const field = findField(symbol, name);
  if (field?.isStatic === true) return value(fieldOf(checker, { field, target: undefined, at }));
  const inner = innerOf(symbol, name.toLowerCase());
  if (inner) return { kind: 'type', type: checker.types.ofClass(inner) };
  if (field) {
    return value(invalid(checker, at, withoutObject(checker, field)));
  }
  return value(invalid(checker, at, `Variable does not exist: ${name}`));
}

function nativeMember(checker: Checker, type: NativeUse, member: MemberExpression): Reference {
  const { name, at } = member;
  const { enumValues } = type.definition;
  const ordinal = enumValues.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  if (ordinal >= 0) {
    const constant = enumValues[ordinal] ?? name;
    return value({ kind: 'nativeEnum', at, type, name: type.name, value: constant, ordinal });
  }
  const found = findNativeProperty(checker.types, type, name);
  if (found?.property.isStatic === true) {
    const { getKey, setKey } = found.property;
    return value({ kind: 'nativeGet', at, type: found.type, target: undefined, getKey, setKey });
  }
  return describeMember(checker, type, member) ?? nestedType(checker, type, member);
}

function nestedType(checker: Checker, type: NativeUse, { name, at }: MemberExpression): Reference {
  const parts = `${type.name}.${name}`.split('.').map((part) => ({ name: part, arguments: [] }));
  const found = checker.world.resolveType({ at, parts, arrays: 0 }, undefined);
  if (found) return { kind: 'type', type: found };
  return value(invalid(checker, at, missingMember(type, name)));
}

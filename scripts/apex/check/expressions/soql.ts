import { userByDefault } from '../../link/index.ts';
import type { SoqlBind, SoqlLiteral, SoslLiteral } from '../../syntax/index.ts';
import type { ObjectDefinition } from '../../platform/index.ts';
import { elementOf, isAssignable, isNative, unknownType } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import { fieldAt, queriedObject, reportQuery } from '../soql/index.ts';
import { typeOfField } from '../fieldTypes.ts';
import { check } from './check.ts';

export function checkSoql(checker: Checker, literal: SoqlLiteral): Bound {
  const { at, text, query } = literal;
  reportQuery(checker, query);
  securityRule(checker, literal);
  const object = queriedObject(checker, query.from.names);
  const binds = literal.binds.map((bind) => bound(checker, bind, object));
  if (query.isCount) {
    return { kind: 'soql', at, type: checker.types.native('Integer'), text, binds, mode: 'count' };
  }
  const record = recordType(checker, literal, object);
  return { kind: 'soql', at, type: checker.types.list(record), text, binds, mode: 'list' };
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/versioned_behavior_changes.htm */
function securityRule({ symbol, report }: Checker, { at, text }: SoqlLiteral): void {
  if (symbol.apiVersion < userByDefault || !/\bWITH\s+SECURITY_ENFORCED\b/i.test(text)) return;
  report(
    at,
    'WITH SECURITY_ENFORCED is not supported in API version 67.0 and later, use WITH USER_MODE'
  );
}

function recordType(
  checker: Checker,
  { query }: SoqlLiteral,
  object: ObjectDefinition | undefined
): ApexType {
  const aggregates = query.select.some(
    (item) =>
      item.kind === 'function' && /^(count|count_distinct|sum|avg|min|max)$/i.test(item.name)
  );
  if (query.isGrouped || aggregates) return checker.types.native('AggregateResult');
  return object ? checker.types.ofObject(object) : unknownType;
}

/** A bind's value must fit the field that it is compared with. */
function bound(checker: Checker, bind: SoqlBind, object: ObjectDefinition | undefined): Bound {
  const value = check(checker, bind.expression);
  const field = bind.field && object && fieldAt(checker, object, bind.field.names);
  if (!field) return value;
  const type = typeOfField(checker.types, field);
  if (!comparable(checker, value, type)) {
    const message = `Invalid bind expression type of ${value.type.name} for column of type ${type.name}`;
    checker.report(value.at, message);
  }
  return value;
}

/** A collection is compared with by its elements, by `=` as by `IN`. */
function comparable(checker: Checker, value: Bound, type: ApexType): boolean {
  const given = listed(value.type);
  if (given.kind === 'sobject' || isNative(given, 'SObject')) return isNative(type, 'Id', 'String');
  if (isNative(given, 'Object')) return true;
  return isAssignable(checker.types, given, type) || isAssignable(checker.types, type, given);
}

function listed(type: ApexType): ApexType {
  if (isNative(type, 'Map')) return elementOf(type);
  return isNative(type, 'List', 'Set', 'Iterable') ? elementOf(type) : type;
}

export function checkSosl(checker: Checker, { at, text, binds }: SoslLiteral): Bound {
  const { types } = checker;
  const type = types.list(types.list(types.native('SObject')));
  return {
    kind: 'sosl',
    at,
    type,
    text,
    binds: binds.map(({ expression }) => check(checker, expression))
  };
}

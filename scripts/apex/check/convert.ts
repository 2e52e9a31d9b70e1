import type { Position } from '../syntax/index.ts';
import { elementOf, isAssignable, isNative, isNumeric } from '../types/index.ts';
import type { ApexType } from '../types/index.ts';
import type { Bound, Conversion } from './bound.ts';
import type { Checker } from './checker.ts';

const conversions: Readonly<Record<string, Conversion>> = {
  Long: 'Long',
  Double: 'Double',
  Decimal: 'Decimal',
  Datetime: 'Datetime',
  Id: 'Id'
};

/** A value as the target type holds it; both types are known to fit. */
export function convert(operand: Bound, type: ApexType): Bound {
  if (operand.type === type) return operand;
  return convertWhole(operand, type) ?? convertScalar(operand, type);
}

/** What is made for its target: queries, empty lists, chains. */
function convertWhole(operand: Bound, type: ApexType): Bound | undefined {
  if (operand.kind === 'soql') return convertQuery(operand, type);
  if (isFreshList(operand, type)) return { ...operand, type, element: elementOf(type) };
  if (isDynamicQuery(operand) && isRecordType(type)) {
    return { kind: 'onlyRecord', at: operand.at, type, operand };
  }
  return operand.kind === 'safe'
    ? { ...operand, type, body: convert(operand.body, type) }
    : undefined;
}

function convertScalar(operand: Bound, type: ApexType): Bound {
  const to = conversions[type.name];
  if (to === undefined || !needsConversion(operand.type)) return operand;
  return { kind: 'convert', at: operand.at, type, operand, to };
}

/** `List<Double> sizes = new List<Decimal>();`: numbers of any kind may be put in what is empty. */
function isFreshList(value: Bound, type: ApexType): value is Bound & { kind: 'newList' } {
  if (value.kind !== 'newList' || value.values.length > 0 || !isNative(type, 'List')) return false;
  return isNumeric(value.element) && isNumeric(elementOf(type));
}

function needsConversion(from: ApexType): boolean {
  return isNative(from, 'Integer', 'Long', 'Double', 'Decimal', 'Date', 'String');
}

/** `Database.query(…)`, whose result may be assigned to one record, as that of a query in brackets. */
function isDynamicQuery(value: Bound): boolean {
  return (
    value.kind === 'nativeCall' && /^Database\|static List<SObject> query/.test(value.method.key)
  );
}

function isRecordType(type: ApexType): boolean {
  return type.kind === 'sobject' || isNative(type, 'SObject', 'AggregateResult');
}

/** A query gives a list; where one record or a number is wanted it gives that. */
function convertQuery(query: Bound & { kind: 'soql' }, type: ApexType): Bound {
  return isRecordType(type) ? { ...query, mode: 'single', type } : query;
}

/** Can the value be assigned to the type? A query of one record counts as a record. */
export function fits(checker: Checker, value: Bound, type: ApexType): boolean {
  if (isAssignable(checker.types, value.type, type)) return true;
  if (isDynamicQuery(value) && isRecordType(type)) return true;
  if (isFreshList(value, type)) return true;
  return value.kind === 'soql' && isAssignable(checker.types, recordOf(value), type);
}

/** The type of the record that a query gives. */
export function recordOf(query: Bound & { kind: 'soql' }): ApexType {
  const [record] = query.type.kind === 'native' ? query.type.arguments : [];
  return query.mode === 'list' ? (record ?? query.type) : query.type;
}

export interface Wanted {
  readonly type: ApexType;
  readonly at: Position;
}

/** Converts for an assignment, or says `Illegal assignment from X to Y`. */
export function assignable(checker: Checker, value: Bound, { type, at }: Wanted): Bound {
  if (fits(checker, value, type)) return convert(value, type);
  checker.report(at, `Illegal assignment from ${value.type.name} to ${type.name}`);
  return value;
}

/** Converts a condition, or says so. */
export function condition(checker: Checker, value: Bound): Bound {
  if (!fits(checker, value, checker.types.native('Boolean')) || value.type.kind === 'void') {
    checker.report(value.at, `Condition expression must be of type Boolean: ${value.type.name}`);
  }
  return value;
}

import type { FieldType } from '../../apex/index.ts';
import { toId18 } from '../schema/index.ts';
import type { SqlValue } from '../store/index.ts';
import { storageOf, type Storage } from '../store/index.ts';
import type { FieldValue } from '../store/types.ts';
import type { Bind, DateLiteral, Literal, Scalar } from './ast.ts';
import { rangeOf } from './dateLiterals.ts';
import { malformed, QueryError } from './errors.ts';
import type { RunContext, Sql } from './plan.ts';

/** The value of a bind variable in this run. */
export function bindValue(bind: Bind, { request }: RunContext): FieldValue | readonly FieldValue[] {
  const value = request.binds.get(bind.name);
  if (value === undefined) throw malformed(`Variable does not exist: ${bind.name}`, bind.at);
  return value;
}

/** One value of a comparison in this run, as it is stored in a field like `left`. */
export function scalarValue(left: Sql, scalar: Scalar, context: RunContext): SqlValue {
  if (scalar.kind === 'literal') return toStored(left, scalar.value);
  if (scalar.kind === 'dateLiteral') return dayValue(left, rangeStart(scalar, context), context);
  const value = bindValue(scalar, context);
  if (isList(value)) throw malformed('unexpected list of values', scalar.at);
  return toStored(left, value);
}

/** All values of a list or of a list bind in this run. */
export function listValues(left: Sql, scalars: readonly Scalar[], context: RunContext): SqlValue[] {
  return scalars.flatMap((scalar) => {
    const value = scalar.kind === 'bind' ? bindValue(scalar, context) : undefined;
    if (value !== undefined && isList(value)) return value.map((item) => toStored(left, item));
    return [scalarValue(left, scalar, context)];
  });
}

export function isList(value: FieldValue | readonly FieldValue[]): value is readonly FieldValue[] {
  return Array.isArray(value);
}

type Convert = (left: Sql, value: string) => SqlValue;

/** How a text is kept in fields of each kind. */
const conversions: Readonly<Record<Storage, Convert>> = {
  id: toId,
  datetime: (_, value) =>
    new Date(value.length === 10 ? `${value}T00:00:00Z` : value).toISOString(),
  date: (_, value) => value.slice(0, 10),
  time: (_, value) => (value.length < 13 ? `${value.replace(/Z$/, '')}.000Z` : value),
  number: (_, value) => Number(value),
  boolean: (_, value) => Number(value.toLowerCase() === 'true'),
  text: (left, value) => (left.folded === true ? value.toLowerCase() : value),
  blob: (_, value) => value
};

/** A value in the form in which a field of that type keeps it. */
export function toStored(left: Sql, value: FieldValue): SqlValue {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' ? conversions[storageOf(left.type)](left, value) : value;
}

function toId(left: Sql, value: string): string {
  const isName =
    left.object?.kind === 'customMetadata' || left.field?.referenceTo[0] === 'EntityDefinition';
  if (/^([0-9a-z]{15}|[0-9a-z]{18})$/i.test(value) || isName) return toId18(value);
  throw new QueryError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${value}`);
}

/** The first day of a date literal's range. */
export const rangeStart = (literal: DateLiteral, { today }: RunContext): number =>
  rangeOf(literal, today).from;

/** The day after a date literal's range. */
export const rangeEnd = (literal: DateLiteral, { today }: RunContext): number =>
  rangeOf(literal, today).until;

/** The beginning of a day, for a date or a date-time field. */
export function dayValue(left: Sql, day: number, context: RunContext): string {
  if (left.type === 'datetime') return context.startOfDay(day);
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** What a literal may be compared with; the platform refuses the rest. */
const fits: Readonly<Record<string, readonly Literal['type'][]>> = {
  text: ['string'],
  id: ['string'],
  number: ['number'],
  boolean: ['boolean'],
  date: ['date'],
  datetime: ['datetime'],
  time: ['time'],
  blob: []
};

/**
 * Refuses a literal of another type than the field's, as the platform does.
 * @throws QueryError INVALID_FIELD
 */
export function checkLiteral(left: Sql, scalar: Scalar): void {
  if (scalar.kind !== 'literal' || scalar.type === 'null') return;
  if (fits[storageOf(left.type)]?.includes(scalar.type) === true) return;
  const quoted = ['text', 'id'].includes(storageOf(left.type)) ? '' : 'not ';
  const name = left.field?.name ?? '';
  const message = `value of filter criterion for field '${name}' must be of type ${typeName(left.type)} and should ${quoted}be enclosed in quotes`;
  throw new QueryError('INVALID_FIELD', message, scalar.at);
}

function typeName(type: FieldType): string {
  const words: Partial<Record<FieldType, string>> = {
    datetime: 'dateTime',
    currency: 'double',
    percent: 'double',
    picklist: 'string',
    id: 'string',
    reference: 'string'
  };
  return words[type] ?? (storageOf(type) === 'text' ? 'string' : type);
}

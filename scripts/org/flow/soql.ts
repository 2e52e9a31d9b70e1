import type { QueryRecord } from '../soql/index.ts';
import type { FieldValue } from '../store/types.ts';
import type { Interview } from './interview.ts';
import type { FlowFilter, FlowFilters, FlowRecord, FlowValue } from './model.ts';
import { evaluate } from './references.ts';
import { isCollection, isField, textOfValue } from './values.ts';

/** What a record element asks for. */
export interface RecordQuery {
  readonly object: string;
  readonly fields: readonly string[];
  readonly filters: FlowFilters;
  readonly order?: string | undefined;
  readonly limit?: number | undefined;
}

type Binds = Map<string, FieldValue | readonly FieldValue[]>;

/** Runs a record element's query as the interview reads records. */
export function findRecords(interview: Interview, query: RecordQuery): FlowRecord[] {
  const { context, access } = interview;
  const binds: Binds = new Map();
  const result = context.query({
    soql: soqlOf(interview, query, binds),
    binds,
    accessLevel: access.accessLevel,
    sharing: access.sharing,
    user: context.user,
    policy: context.policy,
    now: context.clock.now()
  });
  return result.records.map(toFlowRecord);
}

function soqlOf(interview: Interview, query: RecordQuery, binds: Binds): string {
  const fields = [...new Set(['Id', ...query.fields])].join(', ');
  const where = whereOf(interview, query.filters, binds);
  const order = query.order === undefined ? '' : ` ORDER BY ${query.order}`;
  const limit = query.limit === undefined ? '' : ` LIMIT ${query.limit}`;
  return `SELECT ${fields} FROM ${query.object}${where}${order}${limit}`;
}

function whereOf(interview: Interview, { logic, items }: FlowFilters, binds: Binds): string {
  if (items.length === 0) return '';
  const conditions = items.map((filter) => condition(interview, filter, binds));
  const word = logic.trim().toLowerCase();
  if (word === 'and' || word === 'or') {
    return ` WHERE ${conditions.map((each) => `(${each})`).join(` ${word.toUpperCase()} `)}`;
  }
  return ` WHERE ${logic.replace(/\d+/g, (number) => `(${conditions[Number(number) - 1] ?? ''})`)}`;
}

const symbols: Readonly<Record<string, string>> = {
  EqualTo: '=',
  NotEqualTo: '!=',
  GreaterThan: '>',
  GreaterThanOrEqualTo: '>=',
  LessThan: '<',
  LessThanOrEqualTo: '<='
};

function condition(interview: Interview, filter: FlowFilter, binds: Binds): string {
  const { field, operator } = filter;
  const value = evaluate(interview, filter.value);
  const bind = (bound: FieldValue | readonly FieldValue[]): string => {
    const name = `b${binds.size}`;
    binds.set(name, bound);
    return `:${name}`;
  };
  const like = (pattern: string): string => `${field} LIKE ${bind(pattern)}`;
  const text = textOfValue(value).replace(/[\\%_]/g, '\\$&');
  switch (operator) {
    case 'IsNull':
      return `${field} ${value === true ? '=' : '!='} null`;
    case 'StartsWith':
      return like(`${text}%`);
    case 'EndsWith':
      return like(`%${text}`);
    case 'Contains':
      return like(`%${text}%`);
    case 'In':
      return `${field} IN ${bind(fieldsIn(value))}`;
    case 'NotIn':
      return `${field} NOT IN ${bind(fieldsIn(value))}`;
    default:
      return `${field} ${symbols[operator] ?? '='} ${bind(isField(value) ? value : null)}`;
  }
}

function fieldsIn(value: FlowValue): readonly FieldValue[] {
  const items = isCollection(value) ? value : [value];
  return items.filter(isField);
}

function toFlowRecord(record: QueryRecord): FlowRecord {
  const values: Record<string, FieldValue> = {};
  for (const [name, value] of record.values) {
    if (!isList(value) && isPlain(value)) values[name] = value;
  }
  return { object: record.object, values };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isPlain(value: unknown): value is FieldValue {
  return value === null || typeof value !== 'object' || value instanceof Uint8Array;
}

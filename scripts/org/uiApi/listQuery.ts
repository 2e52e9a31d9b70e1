import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { ListView, ListViewFilter } from './listView.ts';

interface FilterTarget {
  readonly schema: SchemaPort;
  readonly object: ObjectDefinition;
}

/** The condition of a list view as SOQL, without WHERE; empty when all records are shown. */
export function listCondition(target: FilterTarget, view: ListView, userId: string): string {
  const filters = view.filters.map((filter) => filterCondition(target, filter));
  const combined = combine(filters, view.booleanFilter);
  const mine = view.onlyMine ? [`OwnerId = '${userId}'`] : [];
  return [...(combined === '' ? [] : [`(${combined})`]), ...mine].join(' AND ');
}

function combine(conditions: readonly string[], logic: string | undefined): string {
  if (logic === undefined) return conditions.join(' AND ');
  return logic.replaceAll(/\d+/g, (number) => conditions[Number(number) - 1] ?? number);
}

/** Operators that take one value; several values are alternatives. */
const operators: Readonly<Record<string, string>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>='
};

const patterns: Readonly<Record<string, (text: string) => string>> = {
  contains: (text) => `%${text}%`,
  notContain: (text) => `%${text}%`,
  startsWith: (text) => `${text}%`
};

function filterCondition(target: FilterTarget, filter: ListViewFilter): string {
  const field = target.schema.field(target.object, filter.field);
  const values = filter.value.split(',').map((value) => value.trim());
  const pattern = patterns[filter.operation];
  if (pattern !== undefined) return likeCondition(filter, values.map(pattern));
  if (filter.operation === 'includes' || filter.operation === 'excludes') {
    return `${filter.field} ${filter.operation.toUpperCase()} (${values.map(quote).join(', ')})`;
  }
  const operator = operators[filter.operation] ?? '=';
  const joint = operator === '!=' ? ' AND ' : ' OR ';
  const conditions = values.map((value) => `${filter.field} ${operator} ${literal(value, field)}`);
  return `(${conditions.join(joint)})`;
}

function likeCondition({ field, operation }: ListViewFilter, likes: readonly string[]): string {
  const conditions = likes.map((like) => `${field} LIKE ${quote(like)}`);
  const any = `(${conditions.join(' OR ')})`;
  return operation === 'notContain' ? `(NOT ${any})` : any;
}

const textTypes = new Set([
  'string',
  'textarea',
  'picklist',
  'reference',
  'id',
  'email',
  'phone',
  'url'
]);

function literal(value: string, field: FieldDefinition | undefined): string {
  if (value === '') return 'null';
  if (field?.type === 'boolean') return booleanLiteral(value);
  const isText = field === undefined || textTypes.has(field.type);
  return !isText && /^[\w:.+-]+$/.test(value) ? value : quote(value);
}

function booleanLiteral(value: string): string {
  return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
}

/** A text as a SOQL literal. */
export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

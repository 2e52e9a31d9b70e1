import type { FieldDefinition } from '../../apex/index.ts';
import type { FieldValue } from '../store/types.ts';

/** One line of a rule's criteria. */
export interface Criterion {
  readonly field: FieldDefinition;
  readonly operation: string;
  readonly value: string;
}

interface Fragment {
  readonly sql: string;
  readonly parameters: readonly FieldValue[];
}

type Compile = (column: string, criterion: Criterion) => Fragment;

function compare(operator: string): Compile {
  return (column, { field, value }) => ({
    sql: `${column} ${operator} ?`,
    parameters: [valueOf(field, value)]
  });
}

function like(before: string, after: string): Compile {
  return (column, { value }) => ({
    sql: `${column} LIKE ? ESCAPE '\\'`,
    parameters: [`${before}${value.replaceAll(/[%_\\]/g, '\\$&')}${after}`]
  });
}

function not(compile: Compile): Compile {
  return (column, criterion) => {
    const { sql, parameters } = compile(column, criterion);
    return { sql: `NOT coalesce(${sql}, 0)`, parameters };
  };
}

/** Several values stand for any of them; none stands for an empty field. */
const isOneOf: Compile = (column, { field, value }) => {
  if (value === '') return { sql: `${column} IS NULL`, parameters: [] };
  const values = value.split(',').map((part) => valueOf(field, part.trim()));
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, parameters: values };
};

const includes: Compile = (column, { value }) => {
  const values = value.split(/[,;]/).map((part) => part.trim());
  const sql = values.map(() => `(';' || ${column} || ';') LIKE ('%;' || ? || ';%')`).join(' OR ');
  return { sql: `(${sql})`, parameters: values };
};

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm (FilterItem) */
const operations: Readonly<Record<string, Compile>> = {
  equals: isOneOf,
  notEqual: not(isOneOf),
  lessThan: compare('<'),
  lessOrEqual: compare('<='),
  greaterThan: compare('>'),
  greaterOrEqual: compare('>='),
  contains: like('%', '%'),
  notContain: not(like('%', '%')),
  startsWith: like('', '%'),
  includes,
  excludes: not(includes)
};

function valueOf({ type }: FieldDefinition, value: string): FieldValue {
  if (type === 'boolean') return /^(true|1)$/i.test(value) ? 1 : 0;
  return ['double', 'currency', 'percent', 'int', 'long'].includes(type) ? Number(value) : value;
}

/** SQL for one line of criteria; undefined for an operation that there is not. */
export function compileCriterion(criterion: Criterion): Fragment | undefined {
  return operations[criterion.operation]?.(`{record}."${criterion.field.name}"`, criterion);
}

/**
 * Joins lines by `1 AND (2 OR 3)`, or all of them by AND; undefined for a filter that is no such formula.
 * @param filter as the metadata have it
 */
export function joinCriteria(
  lines: readonly Fragment[],
  filter: string | undefined
): Fragment | undefined {
  if (lines.length === 0) return { sql: '1', parameters: [] };
  const text = filter ?? lines.map((_, index) => String(index + 1)).join(' AND ');
  if (!/^(\s|\(|\)|\d+|AND\b|OR\b|NOT\b)+$/i.test(text)) return undefined;
  const parameters: FieldValue[] = [];
  let unknown = false;
  const sql = text.replaceAll(/\d+/g, (number) => {
    const line = lines[Number(number) - 1];
    if (line === undefined) unknown = true;
    parameters.push(...(line?.parameters ?? []));
    return line?.sql ?? '0';
  });
  return unknown ? undefined : { sql: `(${sql})`, parameters };
}

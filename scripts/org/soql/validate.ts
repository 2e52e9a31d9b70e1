import type { SchemaPort } from '../../apex/index.ts';
import type { Bind, Condition, Query, Scalar, SelectItem } from './ast.ts';
import { quote } from '../store/index.ts';
import { noTraits } from './bindTraits.ts';
import { compileQuery } from './compile.ts';
import { parseQuery } from './parse.ts';
import type { FunctionFactory } from './plan.ts';
import type { QueryColumn } from './types.ts';

/** What can be known of a query without running it. */
export interface QueryDescription {
  /** Canonical name of the object after FROM. */
  readonly object: string;
  /** `SELECT COUNT()`: yields a number. */
  readonly isCount: boolean;
  /** Yields AggregateResult records. */
  readonly isAggregate: boolean;
  readonly columns: readonly QueryColumn[];
  /** Names of bind variables, in lower case without the colon. */
  readonly binds: readonly string[];
}

const noFunctions: FunctionFactory = {
  includes: 'includes',
  wallClock: 'wall_clock',
  fold: 'fold',
  words: 'words',
  label: () => 'label',
  table: (object) => quote(object.name),
  formula: () => undefined
};

/**
 * Checks a query against a schema without running it.
 * @throws QueryError in the platform's words
 */
export function validateQuery(soql: string, schema: SchemaPort): QueryDescription {
  const query = parseQuery(soql);
  const statement = compileQuery(query, {
    schema,
    functions: noFunctions,
    traits: noTraits,
    allRows: false
  });
  return {
    object: schema.object(query.from.path.join('.'))?.name ?? '',
    isCount: statement.isCount,
    isAggregate: statement.shape.object === 'AggregateResult',
    columns: statement.columns,
    binds: [...new Set(bindsOf(query).map((bind) => bind.name))]
  };
}

function bindsOf(query: Query): Bind[] {
  const counts = [query.limit, query.offset].filter((count) => count?.kind === 'bind');
  return [
    ...query.select.flatMap(bindsOfItem),
    ...conditionBinds(query.where),
    ...conditionBinds(query.groupBy?.having),
    ...counts
  ];
}

function bindsOfItem(item: SelectItem): Bind[] {
  return item.kind === 'subquery' ? bindsOf(item.query) : [];
}

function conditionBinds(condition: Condition | undefined): Bind[] {
  switch (condition?.kind) {
    case undefined:
    case 'words':
      return [];
    case 'not':
      return conditionBinds(condition.part);
    case 'and':
    case 'or':
      return condition.parts.flatMap(conditionBinds);
    case 'compare': {
      const { value } = condition;
      if (value.kind === 'subquery') return bindsOf(value.query);
      const scalars: readonly Scalar[] = value.kind === 'list' ? value.values : [value];
      return scalars.filter((scalar) => scalar.kind === 'bind');
    }
  }
}

import type { SchemaPort } from '../../apex/index.ts';
import type { QueryColumn, QueryResult } from '../soql/types.ts';
import type { Json } from './recordJson.ts';

/**
 * What `query?columns=true` answers instead of records: the columns as a tree, parents with theirs inside. The CLI asks
 * for it after each query to lay out its table.
 */
export function columnMetadata(result: QueryResult, schema: SchemaPort): Record<string, Json> {
  const object = schema.object(result.records[0]?.object ?? '');
  return {
    columnMetadata: columnTree(
      result.columns.map((column) => ({ column, path: column.name.split('.') }))
    ),
    entityName: object?.name ?? 'AggregateResult',
    groupBy: result.columns.some(({ aggregate }) => aggregate),
    idSelected: result.columns.some(({ name }) => name === 'Id'),
    keyPrefix: object?.keyPrefix ?? null
  };
}

interface Placed {
  readonly column: QueryColumn;
  readonly path: readonly string[];
}

function columnTree(placed: readonly Placed[]): Json[] {
  const byName = Map.groupBy(placed, ({ path }) => path[0] ?? '');
  return [...byName].map(([name, columns]) => {
    const inner = columns
      .filter(({ path }) => path.length > 1)
      .map(({ column, path }) => ({ column, path: path.slice(1) }));
    const own = columns.find(({ path }) => path.length === 1)?.column;
    return { ...describeColumn(name, own), joinColumns: columnTree(inner) };
  });
}

const numberTypes = new Set(['int', 'double', 'currency', 'percent', 'long']);

/** @param own undefined for a parent, which is no column itself */
function describeColumn(name: string, own: QueryColumn | undefined): Record<string, Json> {
  const { type = '', aggregate = false } = own ?? {};
  return {
    aggregate,
    apexType: null,
    booleanType: type === 'boolean',
    columnName: name,
    custom: /__[cr]$/.test(name),
    displayName: name,
    foreignKeyName: null,
    insertable: true,
    numberType: numberTypes.has(type),
    textType: type === 'string',
    updatable: true
  };
}

import { compoundText } from './compound.ts';
import type { FieldDefinition, ObjectDefinition } from '../../apex/index.ts';
import { isStored, quote } from '../store/index.ts';
import type { FieldPath, Position, Query } from './ast.ts';
import { noSuchField, noSuchObject, noSuchParent, QueryError } from './errors.ts';
import { newAlias, type Compilation, type Sql } from './plan.ts';
import { openFieldType, openParentField } from './openReference.ts';

/** One FROM: its object, its alias, and the parents joined to it so far. */
export interface Scope {
  readonly compilation: Compilation;
  readonly object: ObjectDefinition;
  readonly alias: string;
  /** Names that may stand before a field: the alias, or the object's own name. */
  readonly names: ReadonlySet<string>;
  /** Other names for parents, in lower case, and the paths that they stand for. */
  readonly others: ReadonlyMap<string, readonly string[]>;
  readonly joins: Map<string, Joined>;
}

/** A table in a statement: the scope's own, or a parent's. */
export interface Joined {
  readonly object: ObjectDefinition;
  readonly alias: string;
  readonly sql: string;
}

interface Place {
  readonly at: Position | undefined;
  readonly selected: boolean;
}

/** Opens a FROM on an object. */
export function openScope(
  compilation: Compilation,
  object: ObjectDefinition,
  { alias, others }: Pick<Query, 'alias' | 'others'>
): Scope {
  const names = new Set([alias?.toLowerCase() ?? object.name.toLowerCase()]);
  return {
    compilation,
    object,
    alias: newAlias(compilation),
    names,
    others: new Map(others.map(({ name, path }) => [name, path])),
    joins: new Map()
  };
}

/** Finds an object that can be queried. */
export function requireObject(compilation: Compilation, from: FieldPath): ObjectDefinition {
  const name = from.path.join('.');
  const object = compilation.schema.object(name);
  if (object === undefined || !object.queryable) throw noSuchObject(name, from.at);
  return object;
}

/** The path without a leading alias or object name. */
export function relativePath(scope: Scope, path: readonly string[]): readonly string[] {
  const [first = '', ...rest] = path;
  if (rest.length === 0) return path;
  if (scope.names.has(first.toLowerCase())) return rest;
  const other = scope.others.get(first.toLowerCase());
  return other === undefined || other === path ? path : [...relativePath(scope, other), ...rest];
}

/** A field path as SQL, with the joins that it needs. */
export function resolveField(scope: Scope, { path, at }: FieldPath, selected = false): Sql {
  const steps = relativePath(scope, path);
  const place = { at, selected };
  const [name = '', ...parents] = steps.toReversed();
  const open = openParentField(scope, { parents: parents.toReversed(), name, place });
  if (open !== undefined) return open;
  const table = joinParents(scope, parents.toReversed(), place);
  return fieldOf(scope, table, { name, place });
}

export interface FieldName {
  readonly name: string;
  readonly place: Place;
}

/** A field of a table of the statement. */
export function fieldOf(scope: Scope, table: Joined, { name, place }: FieldName): Sql {
  const { compilation } = scope;
  const field = compilation.schema.field(table.object, name);
  if (field === undefined) throw noSuchField(name, table.object.name, place.at);
  compilation.uses.push({ object: table.object, field, ...place });
  const text = isStored(field)
    ? `${table.alias}.${quote(field.name)}`
    : computed(scope, table, field);
  return { text, type: field.type, field, object: table.object, joined: table.sql !== '' };
}

/** A formula is a function of the fields that it reads. */
function computed(scope: Scope, table: Joined, field: FieldDefinition): string {
  if (field.formula === undefined) return compoundText(scope.compilation.schema, table, field);
  const formula = scope.compilation.functions.formula(table.object, field);
  if (formula === undefined) return 'NULL';
  const inner = nested(scope, table);
  const values = formula.arguments.map(
    (path) => resolveField(inner, { kind: 'field', path, at: { row: 1, column: 1 } }).text
  );
  return `${formula.name}(${values.join(', ')})`;
}

/** A scope that stands on a table of another. Whoever may read a formula need not be able to read what it reads. */
function nested(scope: Scope, table: Joined): Scope {
  const compilation = { ...scope.compilation, uses: [] };
  return {
    ...scope,
    compilation,
    object: table.object,
    alias: table.alias,
    names: new Set(),
    others: new Map()
  };
}

/** The table that a chain of parent relationships leads to. */
export function joinParents(scope: Scope, parents: readonly string[], place: Place): Joined {
  const start: Joined = { object: scope.object, alias: scope.alias, sql: '' };
  return parents.reduce((table, name) => joinParent(scope, table, { name, place }), start);
}

function joinParent(scope: Scope, table: Joined, { name, place }: FieldName): Joined {
  const { schema, uses } = scope.compilation;
  const reference = schema.parentRelationship(table.object, name);
  if (reference === undefined) throw noSuchParent(name, place.at);
  uses.push({ object: table.object, field: reference, ...place });
  const target = schema.object(openFieldType(reference));
  if (target === undefined) throw noSuchParent(name, place.at);
  uses.push({ object: target, field: undefined, ...place });
  return joinOn(scope, { table, reference, target });
}

interface Join {
  readonly table: Joined;
  readonly reference: FieldDefinition;
  readonly target: ObjectDefinition;
}

/** Joins one target of a reference, once. */
export function joinOn(scope: Scope, { table, reference, target }: Join): Joined {
  const key = `${table.alias}.${reference.name}>${target.name}`;
  const known = scope.joins.get(key);
  if (known !== undefined) return known;
  const alias = newAlias(scope.compilation);
  const on = `${alias}."Id" = ${table.alias}.${quote(reference.name)}`;
  const sql = ` LEFT JOIN ${scope.compilation.functions.table(target)} ${alias} ON ${on}`;
  const joined = { object: target, alias, sql };
  scope.joins.set(key, joined);
  return joined;
}

/** `FROM "Account" t0 LEFT JOIN …`, once all fields are resolved. */
export function fromClause(scope: Scope): string {
  const joins = [...scope.joins.values()].map((join) => join.sql).join('');
  return `FROM ${scope.compilation.functions.table(scope.object)} ${scope.alias}${joins}`;
}

/** Refuses a field where the platform does. */
export function requireAbility(
  sql: Sql,
  ability: 'filterable' | 'sortable' | 'groupable',
  at: Position
): void {
  if (sql.field === undefined || sql.field[ability]) return;
  const word = { filterable: 'filtered', sortable: 'sorted', groupable: 'grouped' }[ability];
  const message = `field '${sql.field.name}' can not be ${word} in a query call`;
  throw new QueryError('INVALID_FIELD', message, at);
}

import type { FieldDefinition } from '../../apex/index.ts';
import { quote } from '../store/index.ts';
import type { Expression, FieldPath, Position, Query, SelectItem, TypeOf } from './ast.ts';
import { malformed, noSuchObject, noSuchParent, QueryError } from './errors.ts';
import { compileExpression } from './expression.ts';
import { decoderFor } from './decode.ts';
import { isOpen, openFieldType } from './openReference.ts';
import type { Sql } from './plan.ts';
import { joinOn, relativePath, resolveField, type Joined, type Scope } from './scope.ts';
import { createShape, type Columns, type RecordShape } from './shape.ts';
import type { Statement } from './statement.ts';
import type { QueryColumn } from './types.ts';

/** What a SELECT list is compiled into. */
export interface Selection {
  readonly scope: Scope;
  readonly columns: Columns;
  readonly shape: RecordShape;
  readonly described: QueryColumn[];
  readonly children: Statement[];
}

export type CompileChild = (selection: Selection, query: Query) => void;

/** Compiles a SELECT list of a query without groups. */
export function compileSelect(
  selection: Selection,
  items: readonly SelectItem[],
  compileChild: CompileChild
): void {
  for (const item of items) compileItem(selection, item, compileChild);
}

function compileItem(selection: Selection, item: SelectItem, compileChild: CompileChild): void {
  switch (item.kind) {
    case 'subquery':
      return compileChild(selection, item.query);
    case 'typeof':
      return selectTypeOf(selection, item);
    case 'fields':
      return selectAll(selection, item);
    case 'expression':
      if (item.alias !== undefined && item.expression.kind === 'field')
        throw malformed('only aggregate expressions use field aliasing', item.expression.at);
      return selectExpression(selection, item.expression, item.alias);
  }
}

function selectExpression(selection: Selection, expression: Expression, alias?: string): void {
  if (expression.kind === 'field') return selectField(selection, expression);
  const sql = compileExpression(selection.scope, expression, true);
  const inner = innermostField(expression);
  const name = alias ?? (inner === undefined ? expression.name : fieldName(selection.scope, inner));
  addValue(selection, selection.shape, {
    name,
    sql,
    at: expression.at,
    format: expression.name === 'FORMAT'
  });
}

/** `toLabel(Status)` without an alias is called `Status`. */
function fieldName(scope: Scope, path: FieldPath): string {
  const sql = resolveField(scope, path);
  return sql.field?.name ?? path.path.join('.');
}

function innermostField(expression: Expression): FieldPath | undefined {
  if (expression.kind === 'field') return expression;
  return expression.argument === undefined ? undefined : innermostField(expression.argument);
}

interface Selected {
  readonly name: string;
  readonly sql: Sql;
  readonly at: Position;
  readonly format?: boolean;
}

function addValue(
  selection: Selection,
  shape: RecordShape,
  { name, sql, at, format = false }: Selected
): void {
  if (shape.entries.has(name))
    throw new QueryError('INVALID_FIELD', `duplicate field selected: ${name}`, at);
  const column = selection.columns.add(sql.text);
  shape.entries.set(name, { kind: 'value', column, decode: decoderFor(sql.type, format) });
  if (shape === selection.shape)
    selection.described.push({ name, type: sql.type, aggregate: false });
}

/** Selects a field, into the record of the parent that its path leads to. */
export function selectField(selection: Selection, field: FieldPath): void {
  const path = relativePath(selection.scope, field.path);
  const sql = resolveField(selection.scope, field, true);
  const shape = parentShape(selection, path.slice(0, -1), field);
  const name = sql.field?.name ?? path.at(-1) ?? '';
  addValue(selection, shape, { name, sql, at: field.at });
  if (shape !== selection.shape)
    selection.described.push({ name: path.join('.'), type: sql.type, aggregate: false });
}

/** The shape of the parent record at the end of a path, made on the way. */
function parentShape(
  selection: Selection,
  parents: readonly string[],
  { at }: FieldPath
): RecordShape {
  const { scope } = selection;
  const { schema } = scope.compilation;
  let table: Joined = { object: scope.object, alias: scope.alias, sql: '' };
  let shape = selection.shape;
  for (const [step, name] of parents.entries()) {
    const reference = schema.parentRelationship(table.object, name);
    if (reference === undefined) throw noSuchParent(name, at);
    const ends = isOpen(reference) && step === parents.length - 1;
    const id = `${table.alias}.${quote(reference.name)}`;
    if (ends)
      return childShape(shape, reference, { object: undefined, column: selection.columns.add(id) });
    const target = schema.object(openFieldType(reference));
    if (target === undefined) throw noSuchParent(name, at);
    table = joinOn(scope, { table, reference, target });
    const column = selection.columns.add(`${table.alias}."Id"`);
    shape = childShape(shape, reference, { object: target.name, column });
  }
  return shape;
}

interface Target {
  readonly object: string | undefined;
  readonly column: string;
}

function childShape(parent: RecordShape, reference: FieldDefinition, target: Target): RecordShape {
  const name = reference.relationshipName ?? reference.name;
  const known = parent.entries.get(name);
  if (known?.kind === 'record') return known.shape;
  const shape = createShape(target.object, target.column);
  parent.entries.set(name, { kind: 'record', shape });
  return shape;
}

function selectAll(
  selection: Selection,
  item: Extract<SelectItem, { readonly kind: 'fields' }>
): void {
  for (const field of selection.scope.object.fields.values()) {
    const wanted = item.which === 'ALL' || field.custom === (item.which === 'CUSTOM');
    if (wanted) selectField(selection, { kind: 'field', path: [field.name], at: item.at });
  }
}

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END`: each kind of parent has its own shape. */
function selectTypeOf(selection: Selection, item: TypeOf): void {
  const { scope, columns, shape } = selection;
  const [name = ''] = relativePath(scope, item.path.path);
  const reference = scope.compilation.schema.parentRelationship(scope.object, name);
  if (reference === undefined) throw noSuchParent(name, item.path.at);
  const shapes = new Map(item.whens.map((when) => whenEntry(selection, reference, when)));
  const idColumn = columns.add(`${scope.alias}.${quote(reference.name)}`);
  const otherwise = createShape(undefined, idColumn);
  for (const field of item.otherwise) {
    const sql = resolveField(scope, { ...field, path: [name, ...field.path] }, true);
    addValue(selection, otherwise, { name: sql.field?.name ?? '', sql, at: field.at });
  }
  const entry = { kind: 'typeof', idColumn, shapes, otherwise } as const;
  shape.entries.set(reference.relationshipName ?? name, entry);
}

function whenEntry(
  selection: Selection,
  reference: FieldDefinition,
  { object, fields }: TypeOf['whens'][number]
): [string, RecordShape] {
  const { scope } = selection;
  const target = scope.compilation.schema.object(object.path.join('.'));
  if (target === undefined || !reference.referenceTo.includes(target.name))
    throw noSuchObject(object.path.join('.'), object.at);
  const table: Joined = { object: scope.object, alias: scope.alias, sql: '' };
  const joined = joinOn(scope, { table, reference, target });
  return [target.name, whenShape(selection, joined, fields)];
}

function whenShape(selection: Selection, table: Joined, fields: readonly FieldPath[]): RecordShape {
  const { scope, columns } = selection;
  const shape = createShape(table.object.name, columns.add(`${table.alias}."Id"`));
  const inner: Selection = {
    ...selection,
    scope: {
      ...scope,
      object: table.object,
      alias: table.alias,
      names: new Set(),
      others: new Map()
    },
    shape,
    described: []
  };
  for (const field of fields) selectField(inner, field);
  return shape;
}

import type { ChildRelationship } from '../../apex/index.ts';
import { quote } from '../store/index.ts';
import type { Query } from './ast.ts';
import { finishStatement, startCompilation, startSelection } from './building.ts';
import { countParameter, whereClause } from './clauses.ts';
import { noSuchChild, noSuchObject } from './errors.ts';
import { orderClause } from './order.ts';
import { addParameter, type Compilation } from './plan.ts';
import { fromClause, openScope } from './scope.ts';
import { compileSelect, type Selection } from './select.ts';
import { parentColumn, type Statement } from './statement.ts';

/** `(SELECT Id FROM Contacts)` in a SELECT list: its own statement, run once for all parents. */
export function compileChild(selection: Selection, query: Query): void {
  const { scope, columns, shape, children } = selection;
  const name = query.from.path.at(-1) ?? '';
  const relationship = scope.compilation.schema.childRelationship(scope.object, name);
  if (relationship === undefined) throw noSuchChild(name, query.from.at);
  const statement = compileChildren(scope.compilation, query, relationship);
  children.push(statement);
  const idColumn = columns.add(`${scope.alias}."Id"`);
  shape.entries.set(relationship.relationshipName ?? name, {
    kind: 'children',
    statement,
    idColumn
  });
}

function compileChildren(
  parent: Compilation,
  query: Query,
  relationship: ChildRelationship
): Statement {
  const compilation = startCompilation(parent);
  const object = compilation.schema.object(relationship.childObject);
  if (object === undefined) throw noSuchObject(relationship.childObject, query.from.at);
  compilation.uses.push({ object, field: undefined, selected: true, at: query.from.at });
  const scope = openScope(compilation, object, query);
  const selection = startSelection(scope);
  // The first parameter is the parents' ids, which only the run knows.
  const ids = addParameter(compilation, () => null);
  compileSelect(selection, query.select, compileChild);
  const parentId = `${scope.alias}.${quote(relationship.field)}`;
  const isChild = `${parentId} IN (SELECT "value" FROM json_each(${ids}))`;
  const where = whereClause(scope, query, [isChild]);
  const order = orderClause(scope, query);
  const chosen = [selection.columns.text, `${parentId} AS ${parentColumn}`].filter(
    (text) => text !== ''
  );
  const base = `SELECT ${chosen.join(', ')}`;
  const from = `${fromClause(scope)}${where}`;
  const sql =
    query.limit === undefined
      ? `${base} ${from}${order}`
      : limited({ base, from, order, parentId, limit: countParameter(compilation, query.limit) });
  return finishStatement(compilation, selection, { query, sql });
}

interface Limited {
  readonly base: string;
  readonly from: string;
  readonly order: string;
  readonly parentId: string;
  readonly limit: string;
}

/** LIMIT in a child subquery counts for each parent. */
function limited({ base, from, order, parentId, limit }: Limited): string {
  const number = `row_number() OVER (PARTITION BY ${parentId}${order})`;
  return `SELECT * FROM (${base}, ${number} AS "number" ${from}) WHERE "number" <= ${limit} ORDER BY "number"`;
}

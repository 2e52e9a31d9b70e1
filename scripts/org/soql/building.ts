import type { Query } from './ast.ts';
import type { CompileOptions } from './compile.ts';
import type { Compilation } from './plan.ts';
import type { Scope } from './scope.ts';
import type { Selection } from './select.ts';
import { createColumns, createShape } from './shape.ts';
import type { Statement } from './statement.ts';

/** An empty compilation. */
export function startCompilation(options: CompileOptions): Compilation {
  return { ...options, parameters: [], uses: [], sharing: [], aliases: { count: 0 } };
}

/** An empty SELECT list of records; each knows its id, whatever is selected. */
export function startSelection(scope: Scope): Selection {
  const columns = createColumns();
  const shape = createShape(scope.object.name, columns.add(`${scope.alias}."Id"`));
  return { scope, columns, shape, described: [], children: [] };
}

/** An empty SELECT list of groups, which are no records. */
export function startGroups(scope: Scope): Selection {
  const shape = createShape('AggregateResult', undefined);
  return { scope, columns: createColumns(), shape, described: [], children: [] };
}

/** What was compiled, as a statement. */
export function finishStatement(
  compilation: Compilation,
  selection: Selection,
  { query, sql }: { readonly query: Query; readonly sql: string }
): Statement {
  return {
    sql,
    parameters: compilation.parameters,
    uses: compilation.uses,
    sharing: compilation.sharing,
    shape: selection.shape,
    columns: selection.described,
    isCount: isPlainCount(query),
    locks: isLocking(query),
    mode: query.mode,
    children: selection.children
  };
}

/** `FOR UPDATE` */
export function isLocking({ purposes }: Query): boolean {
  return purposes.includes('UPDATE');
}

/** `SELECT COUNT()` */
export function isPlainCount({ select: [item] }: Query): boolean {
  return (
    item?.kind === 'expression' &&
    item.expression.kind === 'call' &&
    item.expression.name === 'COUNT' &&
    item.expression.argument === undefined
  );
}

import type { ObjectDefinition } from '../../platform/index.ts';
import type { FieldPath, QueryShape, SelectItem } from '../../syntax/index.ts';
import type { Checker } from '../checker.ts';
import { fieldAt, parentAt, withoutSelf } from './fields.ts';

/** The object that a query is on. */
export function queriedObject(
  { world: { schema } }: Checker,
  names: readonly string[]
): ObjectDefinition | undefined {
  return schema.object(names.at(-1) ?? '');
}

/** Reports every object, relationship and field of the query that the schema does not have. */
export function reportQuery(checker: Checker, query: QueryShape): void {
  const object = queriedObject(checker, query.from.names);
  if (!object) {
    const name = query.from.names.join('.');
    checker.report(query.from.at, `sObject type '${name}' is not supported.`);
    return;
  }
  reportFields(checker, object, query);
}

function reportFields(checker: Checker, object: ObjectDefinition, query: QueryShape): void {
  const aliases = new Set(query.aliases);
  const selected = selectAliases(query);
  const report = (path: FieldPath): void => {
    const names = withoutAlias(path.names, aliases);
    if (names.length === 1 && selected.has(names[0]?.toLowerCase() ?? '')) return;
    reportField(checker, object, { ...path, names });
  };
  for (const item of query.select) {
    if (item.kind === 'subquery') reportChildren(checker, object, item.query);
    else reportItem(item, report);
  }
  [...query.fields, ...query.groupBy].forEach(report);
  reportUngrouped(checker, query, aliases);
  for (const inner of query.semiJoins) reportQuery(checker, inner);
}

function selectAliases({ select }: QueryShape): ReadonlySet<string> {
  const names = select.map((item) => ('alias' in item ? item.alias : undefined));
  return new Set(names.filter((name) => name !== undefined).map((name) => name.toLowerCase()));
}

function withoutAlias(names: readonly string[], aliases: ReadonlySet<string>): readonly string[] {
  const [first] = names;
  return names.length > 1 && aliases.has(first?.toLowerCase() ?? '') ? names.slice(1) : names;
}

function reportItem(item: SelectItem, report: (path: FieldPath) => void): void {
  if (item.kind === 'field') report(item.path);
  const isFields = item.kind === 'function' && /^fields$/i.test(item.name);
  if (item.kind === 'function' && item.path && !isFields) report(item.path);
}

function reportChildren(checker: Checker, object: ObjectDefinition, query: QueryShape): void {
  const { schema } = checker.world;
  const name = query.from.names.at(-1) ?? '';
  const relationship = schema.childRelationship(object, name);
  const child = relationship && schema.object(relationship.childObject);
  if (!child) {
    const message = `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`;
    checker.report(query.from.at, message);
    return;
  }
  reportFields(checker, child, query);
}

function reportField(checker: Checker, object: ObjectDefinition, { at, names }: FieldPath): void {
  const path = withoutSelf(object, names);
  if (fieldAt(checker, object, path)) return;
  const parent = parentAt(checker, object, path.slice(0, -1));
  if (parent === 'unknown') return;
  const last = path.at(-1) ?? '';
  if (!parent) {
    const relationship = astray(checker, object, path);
    const message = `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`;
    checker.report(at, message);
    return;
  }
  if (isCompound(checker, parent, last)) return;
  const message = `No such column '${last}' on entity '${parent.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;
  checker.report(at, message);
}

function isCompound(
  { world: { schema } }: Checker,
  object: ObjectDefinition,
  name: string
): boolean {
  return schema.field(object, `${name}Street`) !== undefined;
}

/** The first relationship of a path that is not there. */
function astray(checker: Checker, object: ObjectDefinition, path: readonly string[]): string {
  const index = path.findIndex((_name, end) => !parentAt(checker, object, path.slice(0, end + 1)));
  return path[Math.max(index, 0)] ?? '';
}

/** A field beside an aggregate must be grouped. */
function reportUngrouped(checker: Checker, query: QueryShape, aliases: ReadonlySet<string>): void {
  const aggregates = query.select.some(
    (item) =>
      item.kind === 'function' &&
      item.path !== undefined &&
      /^(count|count_distinct|sum|avg|min|max)$/i.test(item.name)
  );
  if (!query.isGrouped && !aggregates) return;
  const key = ({ names }: FieldPath): string =>
    withoutAlias(names, aliases).join('.').toLowerCase();
  const grouped = new Set(query.groupBy.map(key));
  for (const item of query.select) {
    if (item.kind !== 'field' || grouped.has(key(item.path))) continue;
    const name = item.path.names.join('.');
    checker.report(item.path.at, `Field must be grouped or aggregated: ${name}`);
  }
}

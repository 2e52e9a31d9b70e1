import type { FieldDefinition, ObjectDefinition } from '../../platform/index.ts';
import type { Checker } from '../checker.ts';

/** The object that a path of relationships leads to; undefined where it goes astray or may be several. */
export function parentAt(
  { world: { schema } }: Checker,
  object: ObjectDefinition,
  relationships: readonly string[]
): ObjectDefinition | 'unknown' | undefined {
  let current = object;
  for (const name of relationships) {
    const lookup = schema.parentRelationship(current, name);
    if (!lookup) return undefined;
    const [first] = lookup.referenceTo;
    const next = first === undefined ? undefined : schema.object(first);
    if (lookup.referenceTo.length !== 1 || !next) return 'unknown';
    current = next;
  }
  return current;
}

/** The field that a dotted path ends in. */
export function fieldAt(
  checker: Checker,
  object: ObjectDefinition,
  names: readonly string[]
): FieldDefinition | undefined {
  const parent = parentAt(checker, object, withoutSelf(object, names).slice(0, -1));
  if (parent === undefined || parent === 'unknown') return undefined;
  return checker.world.schema.field(parent, names.at(-1) ?? '');
}

/** `Account.Name` in a query of Account is `Name`. */
export function withoutSelf(object: ObjectDefinition, names: readonly string[]): readonly string[] {
  const [first] = names;
  return names.length > 1 && first?.toLowerCase() === object.name.toLowerCase()
    ? names.slice(1)
    : names;
}

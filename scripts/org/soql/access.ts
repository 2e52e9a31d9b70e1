import type { AccessPolicy } from '../session/types.ts';
import { noSuchField, noSuchObject, QueryError } from './errors.ts';
import type { Use } from './plan.ts';
import type { Statement } from './statement.ts';

/**
 * Refuses what the user may not read, in user mode: an unreadable object or field is as if it were not there.
 * @throws QueryError INVALID_TYPE, INVALID_FIELD
 */
export function checkUserMode(statement: Statement, policy: AccessPolicy): void {
  const hidden = usesOf(statement).filter((use) => !isReadable(use, policy));
  const [first] = hidden;
  if (first !== undefined) throw Object.assign(unreadable(first), { hidden: fieldsOf(hidden) });
}

/** The names of fields by that of their object. */
function fieldsOf(uses: readonly Use[]): ReadonlyMap<string, ReadonlySet<string>> {
  const fields = new Map<string, Set<string>>();
  for (const { object, field } of uses) {
    const names = fields.get(object.name) ?? new Set();
    fields.set(object.name, field === undefined ? names : names.add(field.name));
  }
  return fields;
}

/**
 * `WITH SECURITY_ENFORCED` looks at SELECT and FROM only.
 * @throws QueryError INSUFFICIENT_ACCESS
 */
export function checkSecurityEnforced(statement: Statement, policy: AccessPolicy): void {
  const hidden = usesOf(statement).some((use) => use.selected && !isReadable(use, policy));
  if (!hidden) return;
  const message = 'Insufficient permissions: secure query included inaccessible field';
  throw new QueryError('INSUFFICIENT_ACCESS', message);
}

function usesOf(statement: Statement): Use[] {
  return [...statement.uses, ...statement.children.flatMap(usesOf)];
}

function isReadable({ object, field }: Use, policy: AccessPolicy): boolean {
  if (field === undefined) return policy.canRead(object.name);
  return policy.canReadField(object.name, field.name);
}

function unreadable({ object, field, at }: Use): QueryError {
  return field === undefined
    ? noSuchObject(object.name, at)
    : noSuchField(field.name, object.name, at);
}

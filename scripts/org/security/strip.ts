import type { SchemaPort } from '../../apex/index.ts';
import type { AccessPolicy } from '../session/types.ts';

/** As `System.AccessType`. */
export type AccessType = 'CREATABLE' | 'READABLE' | 'UPDATABLE' | 'UPSERTABLE';

/** Does the user reach the object at all? Without it `Security.stripInaccessible` throws a NoAccessException. */
export function reachesObject(policy: AccessPolicy, object: string, access: AccessType): boolean {
  const checks: Readonly<Record<AccessType, () => boolean>> = {
    READABLE: () => policy.canRead(object),
    CREATABLE: () => policy.canCreate(object),
    UPDATABLE: () => policy.canEdit(object),
    UPSERTABLE: () => policy.canCreate(object) && policy.canEdit(object)
  };
  return checks[access]();
}

/**
 * Those of `fields` that `Security.stripInaccessible` takes out of records of `object`
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_with_security_stripInaccessible.htm).
 * The id always stays.
 */
export function inaccessibleFields(
  source: { readonly schema: SchemaPort; readonly policy: AccessPolicy },
  record: { readonly object: string; readonly fields: readonly string[] },
  access: AccessType
): string[] {
  const { schema, policy } = source;
  const definition = schema.object(record.object);
  if (definition === undefined) return [];
  return record.fields.filter((name) => {
    const field = schema.field(definition, name);
    if (field === undefined || field.type === 'id') return false;
    if (access === 'READABLE') return !policy.canReadField(definition.name, field.name);
    const writable = {
      CREATABLE: field.createable,
      UPDATABLE: field.updateable,
      UPSERTABLE: field.createable && field.updateable
    }[access];
    return !writable || !policy.canEditField(definition.name, field.name);
  });
}

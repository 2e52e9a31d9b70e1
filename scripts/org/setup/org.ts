import type { SchemaPort } from '../../apex/index.ts';
import type { Clock } from '../../shared/index.ts';
import type { Project } from '../metadata/index.ts';
import type { FieldValue, Store, StoredRow } from '../store/types.ts';

/** What the seed of an org needs. */
export interface SetupOrg {
  readonly schema: SchemaPort;
  readonly store: Store;
  readonly project: Project;
  readonly clock: Clock;
  /** 18 characters. */
  readonly organizationId: string;
}

/** Who the rows of the seed are by. */
export interface Writer {
  /** Writes a row as it is to be, new or not; fields that the schema does not have are left out. */
  put(object: string, row: StoredRow & { readonly Id: string }): void;
  /** Removes rows of `object` whose `field` is one of `values`. */
  remove(object: string, field: string, values: readonly FieldValue[]): void;
}

/** Writes rows of setup objects past DML: no triggers, no rules, no limits. */
export function rowWriter(org: SetupOrg, userId: string): Writer {
  const now = new Date(Math.floor(org.clock.now() / 1000) * 1000).toISOString();
  const stamps: StoredRow = {
    CreatedById: userId,
    CreatedDate: now,
    LastModifiedById: userId,
    LastModifiedDate: now,
    SystemModstamp: now,
    IsDeleted: false
  };
  return {
    put(object, row) {
      const definition = org.schema.object(object);
      if (definition === undefined) return;
      const known = ([name]: [string, FieldValue]): boolean =>
        definition.fields.has(name.toLowerCase());
      const isThere = org.store.get(object, [row.Id], { deleted: true }).length > 0;
      const whole = isThere ? row : { ...stamps, ...row };
      const stored = Object.fromEntries(Object.entries(whole).filter(known));
      if (isThere) org.store.update(object, [stored]);
      else org.store.insert(object, [stored]);
    },
    remove(object, field, values) {
      const rows = org.store.find(object, field, values);
      if (rows.length > 0)
        org.store.purge(
          object,
          rows.map((row) => String(row['Id']))
        );
    }
  };
}

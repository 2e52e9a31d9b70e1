import type { SchemaPort } from '../../apex/index.ts';
import type { Project } from '../metadata/index.ts';
import { customMetadataRows } from '../schema/index.ts';
import type { Store, StoredRow } from './types.ts';

const setting = '_customMetadata';

/**
 * Brings the custom metadata records up to date with the project, in the transaction that is open; a second call for
 * the same project does nothing. Commit afterwards.
 * @param timestamp what `SystemModstamp` says, as an ISO 8601 instant
 * @throws UserError for records that do not fit their type
 */
export function syncCustomMetadata(
  { project, schema }: { readonly project: Project; readonly schema: SchemaPort },
  store: Store,
  timestamp: string
): void {
  if (store.getSetting(setting) === project.fingerprint) return;
  const rows = customMetadataRows(project, schema, timestamp);
  const types = [...schema.objects.values()].filter(({ kind }) => kind === 'customMetadata');
  for (const { name } of types) {
    const old = store.all(`SELECT "Id" FROM "${name}"`, []).map((row) => String(row['Id']));
    store.purge(name, old);
    const own = rows.filter(({ object }) => object === name).map(({ row }): StoredRow => row);
    store.insert(name, own);
  }
  store.setSetting(setting, project.fingerprint);
}

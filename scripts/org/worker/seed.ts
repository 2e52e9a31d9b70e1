import type { SchemaPort } from '../../apex/index.ts';
import type { Clock } from '../../shared/index.ts';
import type { Project } from '../metadata/index.ts';
import { customMetadataRows } from '../schema/index.ts';
import type { MetadataRow } from '../schema/index.ts';
import { administrator, localUserId, seedOrg } from '../setup/index.ts';
import { quote } from '../store/index.ts';
import type { Store } from '../store/index.ts';
import type { OrganizationPlan } from './organization.ts';

export interface SeedSource {
  readonly schema: SchemaPort;
  readonly store: Store;
  readonly project: Project;
  readonly clock: Clock;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly instanceUrl: string;
  readonly organization?: Pick<OrganizationPlan, 'traits' | 'adminUsername'>;
}

/** Gives an org what every org has and what the project's metadata say, and commits it. */
export function seedRecords(source: SeedSource): void {
  const { organizationName: name, instanceUrl: instanceName, organization } = source;
  seedOrg(source, { name, instanceName, traits: organization?.traits });
  const Username = organization?.adminUsername;
  const adminId = localUserId(administrator.username);
  if (Username !== undefined) source.store.update('User', [{ Id: adminId, Username }]);
  const { project, schema, clock } = source;
  const timestamp = new Date(clock.now()).toISOString();
  const groups = Map.groupBy(
    customMetadataRows(project, schema, timestamp),
    ({ object }) => object
  );
  for (const { name: object, kind } of schema.objects.values()) {
    if (kind === 'customMetadata') replaceRecords(source.store, object, groups.get(object) ?? []);
  }
  source.store.commit();
}

/** The records of a custom metadata type are exactly those of the project. */
function replaceRecords(store: Store, object: string, records: readonly MetadataRow[]): void {
  const known = store.all(`SELECT "Id" FROM ${quote(object)}`, []).map((row) => String(row['Id']));
  const wanted = new Set(records.map(({ row }) => String(row['Id'])));
  const stale = known.filter((id) => !wanted.has(id));
  if (stale.length > 0) store.purge(object, stale);
  const before = new Set(known);
  const isKnown = ({ row }: MetadataRow): boolean => before.has(String(row['Id']));
  const fresh = records.filter((record) => !isKnown(record)).map(({ row }) => row);
  const changed = records.filter(isKnown).map(({ row }) => row);
  if (fresh.length > 0) store.insert(object, fresh);
  if (changed.length > 0) store.update(object, changed);
}

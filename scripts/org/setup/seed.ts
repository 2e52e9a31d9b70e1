import { syncComponents } from './components.ts';
import { licenseRows } from './licenses.ts';
import { rowWriter } from './org.ts';
import type { SetupOrg, Writer } from './org.ts';
import { syncPermissionSets } from './permissionSets.ts';
import { seedProfiles } from './profiles.ts';
import { syncSharingRules } from './sharingRules.ts';
import { standardRows } from './standardRows.ts';
import type { StoredRow } from '../store/types.ts';
import { administrator, localUserId, localUsers, putUser } from './users.ts';

const seededSetting = 'setup.seeded';

/** Name and kind of a new org. */
export interface OrgDescription {
  readonly name: string;
  /** `https://localhost:4000` */
  readonly instanceName: string;
  /** Fields of the Organization record that are not as in a Developer Edition. */
  readonly traits?: StoredRow | undefined;
}

/**
 * Fills a new org with what every org has, and brings the rows that follow from metadata (profiles, permission sets,
 * record types, classes, users of the local org) up to date. Call it on every start and after every deployment, then
 * commit; what users have changed in other rows stays.
 * @throws UserError for a permission set that names what does not exist
 */
export function seedOrg(org: SetupOrg, description: OrgDescription): void {
  const writer = rowWriter(org, localUserId(administrator.username));
  if (org.store.getSetting(seededSetting) === undefined) seedOnce(org, writer, description);
  seedProfiles(org, writer);
  syncComponents(org, writer);
  syncPermissionSets(org, writer);
  syncSharingRules(org);
  for (const plan of localUsers(org.project)) putUser(org, writer, plan);
}

function seedOnce(org: SetupOrg, writer: Writer, description: OrgDescription): void {
  writer.put('Organization', {
    Id: org.organizationId,
    Name: description.name,
    InstanceName: description.instanceName,
    OrganizationType: 'Developer Edition',
    IsSandbox: false,
    LanguageLocaleKey: 'en_US',
    DefaultLocaleSidKey: 'en_US',
    TimeZoneSidKey: 'America/Los_Angeles',
    FiscalYearStartMonth: 1,
    ...description.traits
  });
  for (const { object, row } of [...licenseRows(), ...standardRows()]) writer.put(object, row);
  org.store.setSetting('organizationId', org.organizationId);
  org.store.setSetting(seededSetting, '1');
}

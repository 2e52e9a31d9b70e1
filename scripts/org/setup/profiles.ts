import {
  hasObjectPermissions,
  permissionSetId,
  profileId,
  standardProfiles
} from '../security/index.ts';
import type { StandardProfile } from '../security/index.ts';
import { namedId } from '../schema/index.ts';
import type { StoredRow } from '../store/types.ts';
import { userLicenseId } from './licenses.ts';
import type { SetupOrg, Writer } from './org.ts';

/** The permission set that holds what a profile grants. */
export function profilePermissionSetId(profileName: string): string {
  return permissionSetId(`profile ${profileName}`);
}

/** Writes the standard profiles, each with the permission set that belongs to it. */
export function seedProfiles(org: SetupOrg, writer: Writer): void {
  for (const profile of standardProfiles) seedProfile(org, writer, profile);
}

function seedProfile(org: SetupOrg, writer: Writer, profile: StandardProfile): void {
  const permissions = permissionColumns(profile.userPermissions);
  const id = profileId(profile.name);
  writer.put('Profile', {
    Id: id,
    Name: profile.name,
    UserLicenseId: userLicenseId(profile.license),
    UserType: 'Standard',
    ...permissions
  });
  const setId = profilePermissionSetId(profile.name);
  writer.put('PermissionSet', {
    Id: setId,
    Name: `X${id}`,
    Label: id,
    ProfileId: id,
    LicenseId: userLicenseId(profile.license),
    IsOwnedByProfile: true,
    IsCustom: false,
    Type: 'Profile',
    ...permissions
  });
  for (const row of objectRows(org, profile, setId)) writer.put('ObjectPermissions', row);
}

/** `ViewSetup` → `PermissionsViewSetup: true` */
export function permissionColumns(names: readonly string[]): StoredRow {
  return Object.fromEntries(names.map((name) => [`Permissions${name}`, true]));
}

function objectRows(
  org: SetupOrg,
  profile: StandardProfile,
  setId: string
): (StoredRow & { readonly Id: string })[] {
  const all = profile.objects['*'];
  const names =
    all === undefined
      ? Object.keys(profile.objects)
      : [...org.schema.objects.values()].map(({ name }) => name).filter(hasObjectPermissions);
  return names.flatMap((name) => {
    const level = all ?? profile.objects[name];
    if (level === undefined) return [];
    return [
      {
        Id: namedId('110', `${profile.name} ${name}`),
        ParentId: setId,
        SobjectType: name,
        PermissionsRead: level.read,
        PermissionsCreate: level.create,
        PermissionsEdit: level.edit,
        PermissionsDelete: level.delete,
        PermissionsViewAllRecords: all !== undefined,
        PermissionsModifyAllRecords: all !== undefined
      }
    ];
  });
}

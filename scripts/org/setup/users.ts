import { textOf } from '../metadata/index.ts';
import type { Project } from '../metadata/index.ts';
import { namedId } from '../schema/index.ts';
import { permissionSetId, profileId } from '../security/index.ts';
import { apiIntegrationLicense, permissionSetLicenseId } from './licenses.ts';
import type { SetupOrg, Writer } from './org.ts';
import { profilePermissionSetId } from './profiles.ts';

/** A user that a local org has from the first start. */
export interface LocalUserPlan {
  readonly username: string;
  readonly firstName: string | undefined;
  readonly lastName: string;
  /** Name of a standard profile; undefined for the platform's own user. */
  readonly profile: string | undefined;
  /** Names of permission sets of the project. */
  readonly permissionSets: readonly string[];
  /** `Standard`, `AutomatedProcess`. */
  readonly userType: string;
}

const domain = 'clazar.local';

/** Its users need the licence of API integrations besides. */
const integrationProfile = 'Minimum Access - API Only Integrations';

export const administrator: LocalUserPlan = {
  username: `admin@${domain}`,
  firstName: 'Ada',
  lastName: 'Admin',
  profile: 'System Administrator',
  permissionSets: [],
  userType: 'Standard'
};

/** Runs platform event triggers and scheduled paths. */
export const automatedProcess: LocalUserPlan = {
  username: `autoproc@${domain}`,
  firstName: undefined,
  lastName: 'Automated Process',
  profile: undefined,
  permissionSets: [],
  userType: 'AutomatedProcess'
};

/**
 * The users of a local org: the administrator, who has every permission set of the project, the automated process,
 * and for each permission set one user with a profile that can do nothing without it.
 */
export function localUsers(project: Project): readonly LocalUserPlan[] {
  const sets = project.components('PermissionSet');
  const all = sets.map(({ fullName }) => fullName);
  return [
    { ...administrator, permissionSets: all },
    automatedProcess,
    ...sets.map(({ fullName, xml }) => userOf(fullName, textOf(xml, 'label') ?? fullName))
  ];
}

function userOf(permissionSet: string, label: string): LocalUserPlan {
  const isIntegration = /integration/i.test(permissionSet);
  return {
    username: `${permissionSet.toLowerCase().replaceAll('_', '.')}@${domain}`,
    firstName: undefined,
    lastName: label,
    profile: isIntegration ? integrationProfile : 'Minimum Access - Salesforce',
    permissionSets: [permissionSet],
    userType: 'Standard'
  };
}

export function localUserId(username: string): string {
  return namedId('005', username);
}

/** Writes a user with its permission set assignments. */
export function putUser(org: SetupOrg, writer: Writer, plan: LocalUserPlan): void {
  const id = localUserId(plan.username);
  writer.put('User', {
    Id: id,
    Username: plan.username,
    FirstName: plan.firstName ?? null,
    LastName: plan.lastName,
    Name: [plan.firstName, plan.lastName].filter((part) => part !== undefined).join(' '),
    Email: plan.username,
    Alias: (plan.username.split('@')[0] ?? '').slice(0, 8),
    CommunityNickname: plan.username.split('@')[0] ?? '',
    ProfileId: plan.profile === undefined ? null : profileId(plan.profile),
    UserType: plan.userType,
    IsActive: true,
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    DefaultCurrencyIsoCode: 'USD'
  });
  const own = plan.profile === undefined ? [] : [profilePermissionSetId(plan.profile)];
  for (const setId of [...own, ...plan.permissionSets.map(permissionSetId)]) {
    writer.put('PermissionSetAssignment', {
      Id: namedId('0Pa', `${id} ${setId}`),
      AssigneeId: id,
      PermissionSetId: setId,
      IsActive: true
    });
  }
  if (plan.profile === integrationProfile) {
    const licenseId = permissionSetLicenseId(apiIntegrationLicense);
    writer.put('PermissionSetLicenseAssign', {
      Id: namedId('2LA', `${id} ${licenseId}`),
      AssigneeId: id,
      PermissionSetLicenseId: licenseId
    });
  }
}

import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexTimeZone } from '../../../apex/library/index.ts';
import type { StoredRow } from '../../store/types.ts';
import { hostOf } from '../../runtime/index.ts';
import type { OrgFacts, Transaction } from '../../runtime/index.ts';

function fromUser(read: (user: Transaction['user']) => unknown) {
  return (context: ApexContext): unknown => read(hostOf(context).transaction.user);
}

function fromRecord(field: string) {
  return (context: ApexContext): unknown => userRow(context)?.[field] ?? null;
}

function fromOrg(read: (facts: OrgFacts) => unknown) {
  return (context: ApexContext): unknown => read(hostOf(context).services.facts);
}

function userRow(context: ApexContext): StoredRow | undefined {
  const { services, transaction } = hostOf(context);
  return services.store.get('User', [transaction.user.userId])[0];
}

const userMembers: NativeMembers = {
  'static Id getUserId()': fromUser(({ userId }) => userId),
  'static String getUserName()': fromUser(({ username }) => username),
  'static String getName()': fromUser(({ name }) => name),
  'static String getFirstName()': fromRecord('FirstName'),
  'static String getLastName()': fromRecord('LastName'),
  'static String getUserEmail()': fromRecord('Email'),
  'static String getUserType()': () => 'Standard',
  'static Id getProfileId()': fromUser(({ profileId }) => profileId),
  'static Id getUserRoleId()': fromUser(({ roleId }) => roleId ?? null),
  'static String getLocale()': fromUser(({ locale }) => locale),
  'static String getLanguage()': fromUser(({ language }) => language),
  'static String getDefaultCurrency()': fromUser(({ currency }) => currency)
};

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_userinfo.htm */
export const userInfo = nativeClass('UserInfo', {
  ...userMembers,
  'static Id getOrganizationId()': fromOrg(({ organizationId }) => organizationId),
  'static String getOrganizationName()': fromOrg(({ organizationName }) => organizationName),
  'static Boolean isMultiCurrencyOrganization()': () => false,
  'static Boolean isCurrentUserLicensed(String namespace)': () => true,
  'static Boolean isCurrentUserLicensedForPackage(Id packageId)': () => true,
  'static TimeZone getTimeZone()': fromUser(({ timeZone }) => new ApexTimeZone(timeZone)),
  'static String getUiTheme()': () => 'Theme4d',
  'static String getUiThemeDisplayed()': () => 'Theme4d',
  'static String getSessionId()': () => null
});

import type { UserContext } from '../session/types.ts';
import type { FieldValue, Store, StoredRow } from '../store/types.ts';

/** A user as transactions run as; undefined when there is no such (or no active) user. */
export function readUser(store: Store, userId: string): UserContext | undefined {
  const [row] = store.get('User', [userId]);
  return row === undefined ? undefined : userOfRow(row);
}

/** The same from a row of User, for one that is not saved (`System.runAs(new User(…))`). */
export function userOfRow(row: StoredRow): UserContext {
  return {
    userId: text(row['Id'], ''),
    profileId: text(row['ProfileId'], ''),
    roleId: typeof row['UserRoleId'] === 'string' ? row['UserRoleId'] : undefined,
    username: text(row['Username'], ''),
    name: text(row['Name'], text(row['LastName'], '')),
    timeZone: text(row['TimeZoneSidKey'], 'UTC'),
    locale: text(row['LocaleSidKey'], 'en_US'),
    language: text(row['LanguageLocaleKey'], 'en_US'),
    currency: text(row['DefaultCurrencyIsoCode'], 'USD')
  };
}

function text(value: FieldValue | undefined, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

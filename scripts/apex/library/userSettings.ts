import type { ApexContext } from '../platform/index.ts';

/** What formatting needs to know of the running user. */
export interface UserSettings {
  /** `America/Los_Angeles` */
  readonly timeZone: string;
  /** `en_US` */
  readonly locale: string;
}

/** A host that knows the running user offers this beside its `LanguageHost` members. */
export interface UserSettingsHost {
  readonly userSettings: UserSettings;
}

const defaults: UserSettings = { timeZone: 'America/Los_Angeles', locale: 'en_US' };

/** The running user's time zone and locale; those of a new Salesforce org when the host does not tell. */
export function userSettings(context: ApexContext): UserSettings {
  return (context.host as Partial<UserSettingsHost>).userSettings ?? defaults;
}

/** The user's locale as Intl names it: `en-US`. */
export function intlLocale(context: ApexContext): string {
  return userSettings(context).locale.replaceAll('_', '-');
}

import api from '@salesforce/label/c.Health_Api';
import connection from '@salesforce/label/c.Health_Connection';
import issues from '@salesforce/label/c.Health_Page_Issues';
import limits from '@salesforce/label/c.Health_Limits';
import outbox from '@salesforce/label/c.Health_Outbox';
import settingsLink from '@salesforce/label/c.Health_Settings';
import switches from '@salesforce/label/c.Health_Switches';
import sync from '@salesforce/label/c.Health_Sync';
import user from '@salesforce/label/c.Health_User';

/** What is looked at, and where an admin does something about it. */
export interface Part {
  /** The name of the step in Apex. */
  readonly name: string;
  readonly title: string;
  /** A tab of the app. */
  readonly tab?: string;
  readonly link?: { readonly label: string; readonly url: string };
}

/** In the order in which one depends on the other. */
export const parts: readonly Part[] = [
  { name: 'connection', title: connection, tab: 'Clazar_Setup' },
  { name: 'credentials', title: api, tab: 'Clazar_Setup' },
  { name: 'integrationUser', title: user, tab: 'Clazar_Setup' },
  { name: 'syncHealth', title: sync, tab: 'Clazar_Sync' },
  { name: 'issues', title: issues, tab: 'Clazar_Sync' },
  { name: 'outbox', title: outbox, tab: 'Clazar_Sync' },
  { name: 'limits', title: limits },
  {
    name: 'switches',
    title: switches,
    link: { label: settingsLink, url: '/lightning/setup/CustomSettings/home' }
  }
];

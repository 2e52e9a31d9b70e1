import accessTitle from '@salesforce/label/c.Setup_Access_Title';
import accessWhy from '@salesforce/label/c.Setup_Access_Why';
import accessFix1 from '@salesforce/label/c.Setup_Access_Fix1';
import accessFix2 from '@salesforce/label/c.Setup_Access_Fix2';
import credentialsTitle from '@salesforce/label/c.Setup_Credentials_Title';
import credentialsWhy from '@salesforce/label/c.Setup_Credentials_Why';
import credentialsFix1 from '@salesforce/label/c.Setup_Credentials_Fix1';
import credentialsFix2 from '@salesforce/label/c.Setup_Credentials_Fix2';
import reachableTitle from '@salesforce/label/c.Setup_Reachable_Title';
import reachableWhy from '@salesforce/label/c.Setup_Reachable_Why';
import reachableFix1 from '@salesforce/label/c.Setup_Reachable_Fix1';
import reachableFix2 from '@salesforce/label/c.Setup_Reachable_Fix2';
import integrationUserTitle from '@salesforce/label/c.Setup_User_Title';
import integrationUserWhy from '@salesforce/label/c.Setup_User_Why';
import integrationUserFix1 from '@salesforce/label/c.Setup_User_Fix1';
import integrationUserFix2 from '@salesforce/label/c.Setup_User_Fix2';
import connectionTitle from '@salesforce/label/c.Setup_Connect_Title';
import connectionWhy from '@salesforce/label/c.Setup_Connect_Why';
import connectionFix1 from '@salesforce/label/c.Setup_Connect_Fix1';
import connectionFix2 from '@salesforce/label/c.Setup_Connect_Fix2';
import appTitle from '@salesforce/label/c.Setup_App_Title';
import appWhy from '@salesforce/label/c.Setup_App_Why';
import appFix1 from '@salesforce/label/c.Setup_App_Fix1';
import appFix2 from '@salesforce/label/c.Setup_App_Fix2';
import mappingTitle from '@salesforce/label/c.Setup_Mapping_Title';
import mappingWhy from '@salesforce/label/c.Setup_Mapping_Why';
import mappingFix1 from '@salesforce/label/c.Setup_Mapping_Fix1';
import mappingFix2 from '@salesforce/label/c.Setup_Mapping_Fix2';
import syncTitle from '@salesforce/label/c.Setup_Sync_Title';
import syncWhy from '@salesforce/label/c.Setup_Sync_Why';
import syncFix1 from '@salesforce/label/c.Setup_Sync_Fix1';
import syncFix2 from '@salesforce/label/c.Setup_Sync_Fix2';
import permissionSetsLink from '@salesforce/label/c.Setup_Link_Permission_Sets';
import namedCredentialsLink from '@salesforce/label/c.Setup_Link_Named_Credentials';
import usersLink from '@salesforce/label/c.Setup_Link_Users';
import appManagerLink from '@salesforce/label/c.Setup_Link_App_Manager';
import statusLink from '@salesforce/label/c.Setup_Link_Status';

/** A page where the step is done. */
export interface StepLink {
  readonly label: string;
  readonly url: string;
}

/** What the assistant says of one step, whatever its state. */
export interface StepText {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly fixes: readonly string[];
  readonly links: readonly StepLink[];
}

const permissionSets: StepLink = {
  label: permissionSetsLink,
  url: '/lightning/setup/PermSets/home'
};
const namedCredentials: StepLink = {
  label: namedCredentialsLink,
  url: '/lightning/setup/NamedCredential/home'
};
const users: StepLink = { label: usersLink, url: '/lightning/setup/ManageUsers/home' };
const appManager: StepLink = {
  label: appManagerLink,
  url: '/lightning/setup/NavigationMenus/home'
};
const status: StepLink = { label: statusLink, url: 'https://status.clazar.io' };

/** The steps, in the order in which they are done. */
export const steps: readonly StepText[] = [
  {
    name: 'access',
    title: accessTitle,
    why: accessWhy,
    fixes: [accessFix1, accessFix2],
    links: [permissionSets]
  },
  {
    name: 'credentials',
    title: credentialsTitle,
    why: credentialsWhy,
    fixes: [credentialsFix1, credentialsFix2],
    links: [namedCredentials]
  },
  {
    name: 'reachable',
    title: reachableTitle,
    why: reachableWhy,
    fixes: [reachableFix1, reachableFix2],
    links: [namedCredentials, status]
  },
  {
    name: 'integrationUser',
    title: integrationUserTitle,
    why: integrationUserWhy,
    fixes: [integrationUserFix1, integrationUserFix2],
    links: [users, permissionSets]
  },
  {
    name: 'connection',
    title: connectionTitle,
    why: connectionWhy,
    fixes: [connectionFix1, connectionFix2],
    links: []
  },
  { name: 'app', title: appTitle, why: appWhy, fixes: [appFix1, appFix2], links: [appManager] },
  {
    name: 'mapping',
    title: mappingTitle,
    why: mappingWhy,
    fixes: [mappingFix1, mappingFix2],
    links: []
  },
  { name: 'sync', title: syncTitle, why: syncWhy, fixes: [syncFix1, syncFix2], links: [] }
];

import type { Clock, Log } from '../../shared/index.ts';
import type { Connection, SalesforceAccounts } from './accounts.ts';
import { checkInstanceUrl } from './instanceUrl.ts';
import type { Granted, Person, SalesforceApp } from './oauth.ts';
import { authorizeUrl, readPerson, redeem, renew, revoke } from './oauth.ts';
import type { Fetch, OrgAccess } from './orgClient.ts';
import { OrgRefusal, query, readOrg, upsert } from './orgClient.ts';
import type { Intent, Pending } from './pending.ts';
import { createPendingLogins } from './pending.ts';

export interface SalesforceParts {
  readonly app: SalesforceApp;
  readonly accounts: SalesforceAccounts;
  readonly http: Fetch;
  readonly clock: Clock;
  readonly log: Log;
}

/** A sentence for the person in front of the page: what happened, and what to do. */
export class SalesforceProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SalesforceProblem';
  }
}

/** Another org would be given up for a new one: somebody has to say yes first. */
export class WouldReplace extends SalesforceProblem {
  /** Where the login happened. */
  readonly loginUrl: string;

  constructor(connected: Connection, loginUrl: string) {
    super(
      `Clazar is connected to ${connected.organizationName}. Connecting another org disconnects it, and all its mappings are lost.`
    );
    this.loginUrl = loginUrl;
  }
}

/** How many mappings the connected org has of its own, and since when; undefined when it does not say. */
export interface MappingState {
  readonly count: number;
  readonly changedAt: string | undefined;
}

/** Clazar's side of Salesforce: who is connected to whom. */
export interface Salesforce {
  readonly accounts: SalesforceAccounts;
  /** Where the browser goes to log in and allow. */
  begin(intent: Intent): string;
  /** Ends a login with the code that Salesforce gave. @throws SalesforceProblem */
  finish(login: { state: string; code: string; sessionId: string }): Promise<Pending['purpose']>;
  /** Deletes all credentials at once, then tells the org. */
  disconnect(): void;
  /** Takes back a user's link. */
  unlink(userId: string): void;
  mapping(): Promise<MappingState | undefined>;
}

/** Where the credentials of a person end up is decided by the org, so its answer is checked as well. */
function requireOrg(granted: Granted): string {
  const { instance } = checkInstanceUrl(granted.instanceUrl);
  if (instance) return instance.url;
  throw new SalesforceProblem(`${granted.instanceUrl} is no Salesforce org.`);
}

/** What each purpose needs: the user's own link only who it is. */
const scopes: Readonly<Record<Pending['purpose'], string>> = {
  connection: 'api refresh_token openid',
  user: 'openid'
};

export function createSalesforce(parts: SalesforceParts): Salesforce {
  const { app, accounts, clock, http } = parts;
  const logins = createPendingLogins(clock);
  return {
    accounts,
    begin: (intent) => {
      const { state, pkce } = logins.begin(intent);
      const { loginUrl, redirectUri, purpose } = intent;
      const { challenge } = pkce;
      const scope = scopes[purpose];
      return authorizeUrl({ app, loginUrl, redirectUri, state, challenge, scope });
    },
    finish: async ({ state, code, sessionId }) => {
      const pending = logins.take(state, sessionId);
      if (!pending) {
        throw new SalesforceProblem('This login was not begun here, or too long ago. Start again.');
      }
      const { loginUrl, redirectUri, pkce } = pending;
      const request = { app, loginUrl, redirectUri, code, verifier: pkce.verifier };
      const granted = await inWords(redeem(http, request));
      await settle(parts, pending, granted);
      return pending.purpose;
    },
    disconnect: () => {
      const connection = accounts.disconnect();
      if (connection) void sayGoodbye(parts, connection, { Status__c: 'Disconnected' });
    },
    unlink: (userId) => {
      if (accounts.unlink(userId)) void tellUnlinked(parts, userId);
    },
    mapping: () => readMapping(parts)
  };
}

async function settle(parts: SalesforceParts, pending: Pending, granted: Granted): Promise<void> {
  const access = { instanceUrl: requireOrg(granted), accessToken: granted.accessToken };
  try {
    const person = await inWords(readPerson(parts.http, access));
    const newcomer = { pending, granted, access, person };
    if (pending.purpose === 'user') await linkUser(parts, newcomer);
    else await connectOrg(parts, newcomer);
  } catch (error) {
    await revokeQuietly(parts, access.instanceUrl, granted);
    throw error;
  }
}

/** Somebody who has just allowed something. */
interface Newcomer {
  readonly pending: Pending;
  readonly granted: Granted;
  readonly access: OrgAccess;
  readonly person: Person;
}

async function connectOrg(parts: SalesforceParts, newcomer: Newcomer): Promise<void> {
  const { accounts, clock } = parts;
  const { pending, granted, access, person } = newcomer;
  const before = accounts.connection();
  const org = await inWords(readOrg(parts.http, access));
  const isOther = before !== undefined && before.organizationId !== org.id;
  if (isOther && !pending.mayReplace) throw new WouldReplace(before, pending.loginUrl);
  const connection: Connection = {
    organizationId: org.id,
    organizationName: org.name,
    organizationType: org.type,
    instanceUrl: access.instanceUrl,
    userId: granted.userId,
    username: person.username,
    connectedAt: new Date(clock.now()).toISOString(),
    refreshToken: granted.refreshToken,
    accessToken: granted.accessToken
  };
  await inWords(tell(parts, access, connectedFields(connection)));
  if (isOther) {
    accounts.disconnect(access.instanceUrl);
    const fields = { Status__c: 'Replaced', Replaced_By__c: access.instanceUrl };
    void sayGoodbye(parts, before, fields);
  } else if (before && before.refreshToken !== connection.refreshToken) {
    void revokeQuietly(parts, before.instanceUrl, before);
  }
  accounts.connect(connection);
}

function connectedFields(connection: Connection): Record<string, string | null> {
  return {
    Name: connection.organizationName,
    Status__c: 'Connected',
    Username__c: connection.username,
    User__c: connection.userId,
    Organization_Id__c: connection.organizationId,
    Organization_Type__c: connection.organizationType,
    Instance_URL__c: connection.instanceUrl,
    Connected_At__c: connection.connectedAt,
    Ended_At__c: null,
    Replaced_By__c: null
  };
}

/** Writes the org's record of its connection. */
function tell(
  { http }: SalesforceParts,
  access: OrgAccess,
  fields: Readonly<Record<string, string | null>>
): Promise<void> {
  return upsert(http, access, {
    object: 'Clazar_Connection__c',
    key: 'Key__c',
    value: 'salesforce',
    fields
  });
}

async function linkUser(parts: SalesforceParts, newcomer: Newcomer): Promise<void> {
  const { accounts, clock } = parts;
  const { pending, granted, access, person } = newcomer;
  const connection = accounts.connection();
  if (connection?.organizationId !== person.organizationId) {
    throw new SalesforceProblem(
      `Clazar is not connected to the org of ${person.username}. Ask an admin to connect it first, under Settings, Apps, Salesforce.`
    );
  }
  const link = {
    organizationId: person.organizationId,
    userId: granted.userId,
    username: person.username,
    email: pending.email,
    linkedAt: new Date(clock.now()).toISOString()
  };
  await inWords(writeLink(parts, connection, link));
  accounts.link(link);
  // Who somebody is was all there was to know: nothing is done in the user's own name.
  void revokeQuietly(parts, access.instanceUrl, granted);
}

function writeLink(
  parts: SalesforceParts,
  connection: Connection,
  link: { userId: string; username: string; email: string; linkedAt: string }
): Promise<void> {
  return asConnection(parts, connection, (access) =>
    upsert(parts.http, access, {
      object: 'Clazar_User__c',
      key: 'User_Id__c',
      value: link.userId,
      fields: {
        Name: link.username,
        User__c: link.userId,
        Clazar_User_Id__c: link.email,
        Email__c: link.email,
        Linked__c: true,
        Linked_At__c: link.linkedAt
      }
    })
  );
}

async function tellUnlinked(parts: SalesforceParts, userId: string): Promise<void> {
  const connection = parts.accounts.connection();
  if (!connection) return;
  const record = {
    object: 'Clazar_User__c',
    key: 'User_Id__c',
    value: userId,
    fields: { Linked__c: false }
  };
  await asConnection(parts, connection, (access) => upsert(parts.http, access, record)).catch(
    (error: unknown) => parts.log.warn(`Salesforce was not told: ${String(error)}`)
  );
}

/** Tells the org how it ends, and has it forget the tokens. What is not told stands in Clazar anyway. */
async function sayGoodbye(
  parts: SalesforceParts,
  connection: Connection,
  fields: Readonly<Record<string, string>>
): Promise<void> {
  const Ended_At__c = new Date(parts.clock.now()).toISOString();
  try {
    await withToken(parts, connection, (access) => tell(parts, access, { ...fields, Ended_At__c }));
  } catch (error) {
    parts.log.warn(`Salesforce was not told: ${String(error)}`);
  }
  await revokeQuietly(parts, connection.instanceUrl, connection);
}

async function revokeQuietly(
  { http, log }: SalesforceParts,
  instanceUrl: string,
  { refreshToken, accessToken }: { refreshToken: string; accessToken: string }
): Promise<void> {
  const token = refreshToken === '' ? accessToken : refreshToken;
  await revoke(http, instanceUrl, token).catch((error: unknown) =>
    log.warn(`The token was not revoked: ${String(error)}`)
  );
}

/** Acts as the connected user, and keeps a token that had to be renewed. */
async function asConnection<T>(
  parts: SalesforceParts,
  connection: Connection,
  act: (access: OrgAccess) => Promise<T>
): Promise<T> {
  return withToken({ ...parts, keep: (token) => parts.accounts.renew(token) }, connection, act);
}

async function withToken<T>(
  parts: SalesforceParts & { readonly keep?: (accessToken: string) => void },
  connection: Connection,
  act: (access: OrgAccess) => Promise<T>
): Promise<T> {
  const { instanceUrl, accessToken, refreshToken } = connection;
  try {
    return await act({ instanceUrl, accessToken });
  } catch (error) {
    if (!(error instanceof OrgRefusal) || error.status !== 401 || refreshToken === '') throw error;
    const request = { app: parts.app, instanceUrl, refreshToken };
    const renewed = await renew(parts.http, request);
    parts.keep?.(renewed);
    return act({ instanceUrl, accessToken: renewed });
  }
}

async function readMapping(parts: SalesforceParts): Promise<MappingState | undefined> {
  const connection = parts.accounts.connection();
  if (!connection) return undefined;
  const soql = (prefix: string): string =>
    `SELECT LastModifiedDate FROM ${prefix}Field_Mapping__c ORDER BY LastModifiedDate DESC LIMIT 500`;
  try {
    const rows = await asConnection(parts, connection, (access) =>
      query(parts.http, access, soql('clazar__')).catch(() => query(parts.http, access, soql('')))
    );
    const latest = rows[0]?.['LastModifiedDate'];
    return { count: rows.length, changedAt: typeof latest === 'string' ? latest : undefined };
  } catch {
    return undefined;
  }
}

/** What an org refuses, said so that a person knows what to do. */
async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof OrgRefusal) throw new SalesforceProblem(explain(error));
    throw error;
  }
}

function explain({ status, code, message }: OrgRefusal): string {
  if (status === 0) return `${message} Check the address, and try again.`;
  if (status === 404) {
    return 'The Clazar package is not installed in this org. Install the widget first, then connect.';
  }
  if (status === 403 || code.startsWith('INSUFFICIENT') || code === 'CANNOT_INSERT_UPDATE') {
    return 'This user may not write Clazar’s records. Assign the permission set “Clazar Salesforce Integration User” to the user, then connect again.';
  }
  return `Salesforce answered: ${message}`;
}

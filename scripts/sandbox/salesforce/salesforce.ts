import type { SalesforceAccounts } from './accounts.ts';
import { sayGoodbye, tellUnlinked } from './farewell.ts';
import { checkInstanceUrl } from './instanceUrl.ts';
import { connectOrg, linkUser } from './newcomers.ts';
import type { Granted } from './oauth.ts';
import { authorizeUrl, readPerson, redeem } from './oauth.ts';
import { query } from './orgClient.ts';
import { asConnection, revokeQuietly } from './orgSession.ts';
import type { SalesforceParts } from './parts.ts';
import { inWords, SalesforceProblem } from './parts.ts';
import type { Intent, Pending } from './pending.ts';
import { createPendingLogins } from './pending.ts';

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

/** Clazar's side, over the accounts it knows. */
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

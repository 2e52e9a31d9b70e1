import type { Connection } from './accounts.ts';
import { sayGoodbye, tell } from './farewell.ts';
import type { Granted, Person } from './oauth.ts';
import type { OrgAccess } from './orgClient.ts';
import { readOrg, upsert } from './orgClient.ts';
import { asConnection, revokeQuietly } from './orgSession.ts';
import type { SalesforceParts } from './parts.ts';
import { inWords, SalesforceProblem, WouldReplace } from './parts.ts';
import type { Pending } from './pending.ts';

/** Somebody who has just allowed something. */
export interface Newcomer {
  readonly pending: Pending;
  readonly granted: Granted;
  readonly access: OrgAccess;
  readonly person: Person;
}

/** Connects the org of a newcomer. @throws SalesforceProblem, WouldReplace before another org is given up */
export async function connectOrg(parts: SalesforceParts, newcomer: Newcomer): Promise<void> {
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

/** Links the newcomer to the own user of Clazar. @throws SalesforceProblem */
export async function linkUser(parts: SalesforceParts, newcomer: Newcomer): Promise<void> {
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

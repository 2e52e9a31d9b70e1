import type { Connection } from './accounts.ts';
import type { OrgAccess } from './orgClient.ts';
import { upsert } from './orgClient.ts';
import { asConnection, revokeQuietly, withToken } from './orgSession.ts';
import type { SalesforceParts } from './parts.ts';

/** Writes the org's record of its connection. */
export function tell(
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

/** Tells the org that a user is not linked any more. */
export async function tellUnlinked(parts: SalesforceParts, userId: string): Promise<void> {
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
export async function sayGoodbye(
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

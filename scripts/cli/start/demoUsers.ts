import type { DmlRecord, Org } from '../../org/index.ts';
import { administrator, localUserId, localUsers } from '../../org/index.ts';

/** Who the demo users are in Clazar. */
const emails: Readonly<Record<string, string>> = {
  [administrator.username]: 'robin.admin@northwind-software.example',
  'clazar.user@clazar.local': 'sam.seller@northwind-software.example'
};

/**
 * Connects the demo's administrator and rep to users of Clazar, so that the widget can be tried at once. On the tab
 * *Profile* anybody can disconnect, and connect again by the real login.
 *
 * @param userId as whom the records are saved
 */
export async function linkDemoUsers(org: Org, userId: string): Promise<void> {
  const records = localUsers(org.project).flatMap(({ username }): DmlRecord[] => {
    const email = emails[username];
    const id = localUserId(username);
    if (email === undefined) return [];
    const own = { Name: username, User__c: id, User_Id__c: id };
    const values = { ...own, Clazar_User_Id__c: email, Email__c: email, Linked__c: true };
    return [{ object: 'Clazar_User__c', values }];
  });
  await org.save(userId, {
    operation: 'insert',
    allOrNone: true,
    accessLevel: 'system',
    sharing: false,
    records
  });
}

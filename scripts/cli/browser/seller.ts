import { administrator, localUserId } from '../../org/index.ts';
import type { RunningProduct } from '../start/index.ts';

const userId = localUserId(administrator.username);

/** Connects the user to an own user of Clazar, without which screens read and do not write. */
export async function connectUser(product: RunningProduct): Promise<void> {
  const links = await valuesOf(product, 'SELECT Id FROM Clazar_User__c WHERE Linked__c = TRUE');
  if (links.length > 0) return;
  const values = { User_Id__c: userId, User__c: userId, Linked__c: true };
  await product.org.save(userId, {
    operation: 'insert',
    allOrNone: true,
    accessLevel: 'user',
    sharing: true,
    records: [{ object: 'Clazar_User__c', values }]
  });
}

/** The first column of what the user finds. */
export async function valuesOf(product: RunningProduct, soql: string): Promise<string[]> {
  const { records } = await product.org.query(userId, { soql });
  return records.map(({ values }) => {
    const [value] = values.values();
    return typeof value === 'string' ? value : '';
  });
}

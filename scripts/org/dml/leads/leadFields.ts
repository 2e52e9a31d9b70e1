import type { ObjectDefinition } from '../../../apex/index.ts';
import type { FieldValue, StoredRow } from '../../store/types.ts';

const address = ['Street', 'City', 'State', 'PostalCode', 'Country'];
const sameName = (names: string): [string, string][] =>
  names.split(' ').map((name) => [name, name]);
const addressTo = (prefix: string): [string, string][] =>
  address.map((part) => [part, `${prefix}${part}`]);

/**
 * Fields of a lead and those that they become.
 * https://help.salesforce.com/s/articleView?id=sales.lead_conversion_mapping.htm
 */
const mappings: Readonly<Record<'Account' | 'Contact' | 'Opportunity', [string, string][]>> = {
  Account: [
    ['Company', 'Name'],
    ['LeadSource', 'AccountSource'],
    ...sameName('Phone Fax Website Industry AnnualRevenue NumberOfEmployees Rating'),
    ...addressTo('Billing')
  ],
  Contact: [
    ...sameName('Salutation FirstName LastName Title Email Phone MobilePhone Fax'),
    ...sameName('LeadSource Description HasOptedOutOfEmail DoNotCall'),
    ...addressTo('Mailing')
  ],
  Opportunity: [['Company', 'Name'], ...sameName('LeadSource CampaignId')]
};

/** What a lead gives to a record that is made of it; the project's own mappings (`LeadConvertSettings`) win. */
export function fromLead(
  lead: StoredRow,
  target: ObjectDefinition,
  own: readonly (readonly [string, string])[]
): Record<string, FieldValue> {
  const standard = mappings[target.name as keyof typeof mappings];
  return Object.fromEntries(
    [...standard, ...own]
      .map(([from, to]) => [to, lead[from] ?? null] as const)
      .filter(([to, value]) => value !== null && target.fields.has(to.toLowerCase()))
  );
}

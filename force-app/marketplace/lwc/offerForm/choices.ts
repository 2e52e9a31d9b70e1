import { getSObjectValue } from '@salesforce/apex';
import BUYER_ACCOUNT from '@salesforce/schema/Buyer__c.Cloud_Account_Id__c';
import BUYER_NAME from '@salesforce/schema/Buyer__c.Name';
import LISTING_ID from '@salesforce/schema/Listing__c.Clazar_Id__c';
import LISTING_NAME from '@salesforce/schema/Listing__c.Name';
import { textOf } from 'c/text';

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A record as Apex sends it: its fields have the names that the org gives them. */
type Fields = Readonly<Record<string, unknown>>;

export function listingsOf({ listings }: Apex.PrivateOfferForm): Choice[] {
  return (listings as readonly Fields[]).map((listing) => ({
    label: textOf(getSObjectValue(listing, LISTING_NAME)),
    value: textOf(getSObjectValue(listing, LISTING_ID))
  }));
}

/** Accounts of buyers that are known for this customer, except the one that is chosen. */
export function buyersOf(
  form: Apex.PrivateOfferForm | undefined,
  chosen: string | undefined
): Choice[] {
  return ((form?.buyers ?? []) as readonly Fields[])
    .map((buyer) => ({
      name: textOf(getSObjectValue(buyer, BUYER_NAME)),
      value: textOf(getSObjectValue(buyer, BUYER_ACCOUNT))
    }))
    .filter(({ value }) => value !== '' && value !== chosen)
    .map(({ name, value }) => ({ label: `${name} · ${value}`, value }));
}

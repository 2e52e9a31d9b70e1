import { LightningElement, api } from 'lwc';
import buyerObject from '@salesforce/schema/Buyer__c';
import contractObject from '@salesforce/schema/Contract__c';
import issueObject from '@salesforce/schema/Sync_Issue__c';
import listingObject from '@salesforce/schema/Listing__c';
import offerObject from '@salesforce/schema/Private_Offer__c';
import title from '@salesforce/label/c.Home_Sync';
import offers from '@salesforce/label/c.Home_Offers';
import contracts from '@salesforce/label/c.Home_Contracts';
import buyers from '@salesforce/label/c.Home_Buyers';
import listings from '@salesforce/label/c.Home_Listings';
import problems from '@salesforce/label/c.Home_Problems';
import problemsCount from '@salesforce/label/c.Home_Problems_Count';
import problemsNone from '@salesforce/label/c.Home_Problems_None';
import { fill } from 'c/text';

export interface Counts {
  readonly offers: number;
  readonly contracts: number;
  readonly buyers: number;
  readonly listings: number;
  readonly problems?: number | null;
}

const ISSUES = issueObject.objectApiName;

/**
 * How the sync stands, and what it has brought.
 *
 * @fires synced when a sync ends that was followed here
 */
export default class HomeSync extends LightningElement {
  @api counts?: Counts;
  labels = { title, problems, problemsNone };
  issueObject = ISSUES;

  get rows(): { label: string; objectApiName: string; count: number }[] {
    const { counts } = this;
    if (counts === undefined) return [];
    return [
      { label: offers, objectApiName: offerObject.objectApiName, count: counts.offers },
      { label: contracts, objectApiName: contractObject.objectApiName, count: counts.contracts },
      { label: buyers, objectApiName: buyerObject.objectApiName, count: counts.buyers },
      { label: listings, objectApiName: listingObject.objectApiName, count: counts.listings }
    ];
  }

  get seesProblems(): boolean {
    return typeof this.counts?.problems === 'number';
  }

  get hasProblems(): boolean {
    return (this.counts?.problems ?? 0) > 0;
  }

  get problemsText(): string {
    return fill(problemsCount, this.counts?.problems ?? 0);
  }

  tell(): void {
    this.dispatchEvent(new CustomEvent('synced'));
  }
}

import { LightningElement, api } from 'lwc';
import issueObject from '@salesforce/schema/Sync_Issue__c';
import title from '@salesforce/label/c.Home_Sync';
import offers from '@salesforce/label/c.Home_Offers';
import contracts from '@salesforce/label/c.Home_Contracts';
import buyers from '@salesforce/label/c.Home_Buyers';
import listings from '@salesforce/label/c.Home_Listings';
import problems from '@salesforce/label/c.Home_Problems';
import problemsCount from '@salesforce/label/c.Home_Problems_Count';
import problemsNone from '@salesforce/label/c.Home_Problems_None';
import cosellLabel from '@salesforce/label/c.List_Cosell';
import type { ListName } from 'c/pages';
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
  /** How many co-sell opportunities there are, for someone who may see them. */
  @api cosell?: number;
  labels = { title, problems, problemsNone };
  issueObject = ISSUES;

  get rows(): { label: string; list: ListName; count: number }[] {
    const { counts } = this;
    if (counts === undefined) return [];
    return [
      { label: offers, list: 'offers', count: counts.offers },
      { label: contracts, list: 'contracts', count: counts.contracts },
      { label: buyers, list: 'buyers', count: counts.buyers },
      { label: listings, list: 'listings', count: counts.listings },
      ...this.cosellRows
    ];
  }

  get cosellRows(): { label: string; list: ListName; count: number }[] {
    return this.cosell === undefined
      ? []
      : [{ label: cosellLabel, list: 'cosell', count: this.cosell }];
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

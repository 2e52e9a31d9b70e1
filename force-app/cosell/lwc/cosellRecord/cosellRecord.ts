import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { NavigationMixin } from 'lightning/navigation';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import readCard from '@salesforce/apex/CosellCardController.getCard';
import gone from '@salesforce/label/c.Cosell_Gone';
import link from '@salesforce/label/c.Widget_Link';
import notLinked from '@salesforce/label/c.Widget_Not_Linked';
import title from '@salesforce/label/c.Cosell_State_Of_Play';
import { tabPage } from 'c/pages';

interface Result {
  readonly data?: Apex.CosellCard;
  readonly error?: unknown;
}

/** Where a co-sell opportunity stands and what to do next, on its own page. */
export default class CosellRecord extends NavigationMixin(LightningElement) {
  @api recordId = '';
  labels = { gone, link, notLinked, title };
  result: Result = {};

  @wire(readCard, { recordId: '$recordId' })
  receive(result: Result): void {
    this.result = result;
  }

  get error(): unknown {
    return this.result.error;
  }

  get view(): Apex.CosellView | undefined {
    return this.result.data?.records[0];
  }

  get isGone(): boolean {
    return this.view === undefined;
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.error === undefined;
  }

  /** Without a connection to Clazar one reads and does not send. */
  get isReadOnly(): boolean {
    return this.result.data?.isLinked === false;
  }

  openProfile(): void {
    this[NavigationMixin.Navigate](tabPage('Clazar_Profile'));
  }

  async refresh(): Promise<void> {
    await Promise.all([
      refreshApex(this.result),
      notifyRecordUpdateAvailable([{ recordId: this.recordId }])
    ]);
  }
}

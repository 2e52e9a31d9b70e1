import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import readCard from '@salesforce/apex/CosellCardController.getCard';
import gone from '@salesforce/label/c.Cosell_Gone';
import title from '@salesforce/label/c.Cosell_State_Of_Play';

interface Result {
  readonly data?: Apex.CosellCard;
  readonly error?: unknown;
}

/** Where a co-sell opportunity stands and what to do next, on its own page. */
export default class CosellRecord extends LightningElement {
  @api recordId = '';
  labels = { gone, title };
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

  async refresh(): Promise<void> {
    await Promise.all([
      refreshApex(this.result),
      notifyRecordUpdateAvailable([{ recordId: this.recordId }])
    ]);
  }
}

import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import readComparison from '@salesforce/apex/CosellCardController.getComparison';
import takeTheirs from '@salesforce/apex/CosellFormController.takeTheirs';
import differs from '@salesforce/label/c.Compare_Differs';
import done from '@salesforce/label/c.Cosell_Done';
import empty from '@salesforce/label/c.Compare_Empty';
import field from '@salesforce/label/c.Form_Field';
import ours from '@salesforce/label/c.Compare_Ours';
import same from '@salesforce/label/c.Compare_Same';
import take from '@salesforce/label/c.Compare_Take';
import theirs from '@salesforce/label/c.Compare_Theirs';
import title from '@salesforce/label/c.Compare_Title';

interface Result {
  readonly data?: readonly Apex.CosellDifference[];
  readonly error?: unknown;
}

interface Row extends Apex.CosellDifference {
  readonly className: string;
  readonly word: string;
  readonly isTakeable: boolean;
}

/** AWS's view of a deal beside ours; AWS's value can be taken where the two differ. */
export default class CosellComparison extends LightningElement {
  @api recordId = '';
  labels = { empty, field, ours, take, theirs, title };
  result: Result = {};
  failure: unknown;
  isBusy = false;

  @wire(readComparison, { cosellOpportunityId: '$recordId' })
  receive(result: Result): void {
    this.result = result;
  }

  get error(): unknown {
    return this.failure ?? this.result.error;
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.error === undefined;
  }

  /** What differs comes first; what nobody has filled in is left out. */
  get rows(): Row[] {
    return (this.result.data ?? [])
      .filter((row) => Boolean(row.ours) || Boolean(row.theirs))
      .sort((a, b) => Number(b.isDifferent) - Number(a.isDifferent))
      .map((row) => ({
        ...row,
        className: row.isDifferent ? 'row different' : 'row',
        word: row.isDifferent ? differs : same,
        isTakeable: row.isDifferent && row.canTake
      }));
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  async take(event: Event): Promise<void> {
    const { name = '' } = (event.currentTarget as HTMLElement).dataset;
    this.isBusy = true;
    try {
      const answer = await takeTheirs<Apex.CosellAnswer>({
        cosellOpportunityId: this.recordId,
        fields: [name]
      });
      this.tell(answer);
      await this.refresh();
    } catch (error) {
      this.failure = error;
    }
    this.isBusy = false;
  }

  tell({ success, message }: Apex.CosellAnswer): void {
    const variant = success ? 'success' : 'error';
    this.dispatchEvent(new ShowToastEvent({ title: message ?? done, variant }));
  }

  async refresh(): Promise<void> {
    this.failure = undefined;
    await refreshApex(this.result);
  }
}

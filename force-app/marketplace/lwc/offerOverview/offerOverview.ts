import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import readOverview from '@salesforce/apex/OfferOverviewController.overview';
import title from '@salesforce/label/c.Offers_Title';
import chart from '@salesforce/label/c.Offers_Chart';
import pending from '@salesforce/label/c.Offers_Pending';
import expiring from '@salesforce/label/c.Offers_Expiring';
import accepted from '@salesforce/label/c.Offers_Accepted';
import total from '@salesforce/label/c.Offers_Total';
import empty from '@salesforce/label/c.Offers_Empty';
import noAccess from '@salesforce/label/c.Offers_No_Access';
import loading from '@salesforce/label/c.Loading';
import type { Bar } from 'c/stackedBars';
import type { Money, Slice } from './slices';
import { barsOf, countOf, moneyOf } from './slices';

interface Overview {
  readonly isVisible: boolean;
  readonly slices: readonly Slice[];
  readonly expiringSoon: number;
}

interface Result {
  readonly data?: Overview;
  readonly error?: unknown;
}

interface Figure {
  readonly label: string;
  readonly value: number;
  readonly money: readonly Money[];
}

/** Private offers by cloud and status: the figures that matter, and the whole as a chart. */
export default class OfferOverview extends LightningElement {
  labels = { title, chart, empty, noAccess, loading };
  result: Result = {};

  @wire(readOverview)
  receive(result: Result): void {
    this.result = result;
  }

  get error(): unknown {
    return this.result.error;
  }

  get slices(): readonly Slice[] {
    return this.result.data?.slices ?? [];
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.result.error === undefined;
  }

  get isForbidden(): boolean {
    return this.result.data?.isVisible === false;
  }

  get isEmpty(): boolean {
    return this.slices.length === 0;
  }

  get bars(): Bar[] {
    return barsOf(this.slices);
  }

  get figures(): Figure[] {
    const { slices } = this;
    const expiringSoon = this.result.data?.expiringSoon ?? 0;
    return [
      {
        label: pending,
        value: countOf(slices, 'Pending Acceptance'),
        money: moneyOf(slices, 'Pending Acceptance')
      },
      { label: expiring, value: expiringSoon, money: [] },
      { label: accepted, value: countOf(slices, 'Accepted'), money: moneyOf(slices, 'Accepted') },
      { label: total, value: countOf(slices), money: [] }
    ];
  }

  async refresh(): Promise<void> {
    await refreshApex(this.result);
  }
}

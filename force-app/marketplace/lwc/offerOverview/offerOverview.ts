import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import readOverview from '@salesforce/apex/OfferOverviewController.overview';
import title from '@salesforce/label/c.Offers_Title';
import chart from '@salesforce/label/c.Offers_Chart';
import empty from '@salesforce/label/c.Offers_Empty';
import noAccess from '@salesforce/label/c.Offers_No_Access';
import type { Stack } from 'c/chartFrame';
import type { Slice } from './slices';
import { barsOf } from './slices';

interface Overview {
  readonly isVisible: boolean;
  readonly slices: readonly Slice[];
}

interface Result {
  readonly data?: Overview;
  readonly error?: unknown;
}

/** Private offers by cloud and status. */
export default class OfferOverview extends LightningElement {
  labels = { title, chart };
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

  get emptyText(): string {
    return this.result.data?.isVisible === false ? noAccess : empty;
  }

  get isEmpty(): boolean {
    return this.slices.length === 0;
  }

  get bars(): Stack[] {
    return barsOf(this.slices);
  }

  /** Reads again, for what changed since. */
  @api
  async refresh(): Promise<void> {
    await refreshApex(this.result);
  }
}

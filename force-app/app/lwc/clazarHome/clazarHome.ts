import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import readHome from '@salesforce/apex/HomeController.home';
import noAccess from '@salesforce/label/c.Home_No_Access';
import loading from '@salesforce/label/c.Loading';
import type { Booking } from 'c/homeBookings';
import type { Event } from 'c/homeEvents';
import type { Figures } from 'c/homeFigures';
import type { Step } from 'c/homeSteps';
import type { Counts } from 'c/homeSync';

interface Home extends Figures {
  readonly isVisible: boolean;
  readonly counts: Counts;
  readonly bookings: readonly Booking[];
  readonly steps: readonly Step[];
  readonly events: readonly Event[];
}

interface Result {
  readonly data?: Home;
  readonly error?: unknown;
}

interface Refreshable {
  refresh(): Promise<void>;
}

/** Where a rep starts the day: what needs attention, how business goes, and what happened last. */
export default class ClazarHome extends LightningElement {
  labels = { noAccess, loading };
  result: Result = {};

  @wire(readHome)
  receive(result: Result): void {
    this.result = result;
  }

  get home(): Home | undefined {
    return this.result.data;
  }

  get error(): unknown {
    return this.result.error;
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.result.error === undefined;
  }

  get isForbidden(): boolean {
    return this.result.data?.isVisible === false;
  }

  async refresh(): Promise<void> {
    const overview = this.refs?.overview as Partial<Refreshable> | undefined;
    await Promise.all([refreshApex(this.result), overview?.refresh?.()]);
  }
}

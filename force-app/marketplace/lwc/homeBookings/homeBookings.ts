import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Home_Bookings';
import chart from '@salesforce/label/c.Home_Bookings_Chart';
import empty from '@salesforce/label/c.Home_Bookings_Empty';
import currencyLabel from '@salesforce/label/c.Home_Currency';
import { fill } from 'c/text';
import type { Stack } from 'c/chartFrame';
import { columnsOf, currenciesOf } from './columns';
import type { Booking } from './columns';

export type { Booking } from './columns';

/** What buyers accepted, month by month and cloud by cloud, in one currency at a time. */
export default class HomeBookings extends LightningElement {
  @api bookings: readonly Booking[] = [];
  labels = { title, empty, currencyLabel };
  chosen = '';

  get currencies(): string[] {
    return currenciesOf(this.bookings);
  }

  get currencyCode(): string {
    return this.currencies.includes(this.chosen) ? this.chosen : (this.currencies[0] ?? '');
  }

  get options(): { label: string; value: string }[] {
    return this.currencies.map((value) => ({ label: value, value }));
  }

  get hasChoice(): boolean {
    return this.currencies.length > 1;
  }

  get isEmpty(): boolean {
    return this.bookings.length === 0;
  }

  get chartLabel(): string {
    return fill(chart, this.currencyCode);
  }

  get columns(): Stack[] {
    return columnsOf(this.bookings.filter((each) => each.currencyCode === this.currencyCode));
  }

  choose(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
  }
}

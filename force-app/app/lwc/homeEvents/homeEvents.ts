import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Home_Events';
import empty from '@salesforce/label/c.Home_Events_Empty';
import accepted from '@salesforce/label/c.Home_Event_Accepted';
import published from '@salesforce/label/c.Home_Event_Published';
import expired from '@salesforce/label/c.Home_Event_Expired';
import started from '@salesforce/label/c.Home_Event_Started';
import ended from '@salesforce/label/c.Home_Event_Ended';
import { exact, relative } from 'c/format';

export interface Event {
  readonly happenedAt: string;
  readonly kind: keyof typeof WORDS;
  readonly recordId: string;
  readonly name: string;
}

interface Row extends Event {
  readonly key: string;
  readonly what: string;
  readonly ago: string;
  readonly exactly: string;
}

const MOST = 6;
const WORDS = { accepted, published, expired, started, ended };

/** What happened to offers and contracts, the latest first. */
export default class HomeEvents extends LightningElement {
  @api events: readonly Event[] = [];
  labels = { title, empty };

  get isEmpty(): boolean {
    return this.events.length === 0;
  }

  get rows(): Row[] {
    return this.events.slice(0, MOST).map((event) => ({
      ...event,
      key: `${event.kind} ${event.recordId}`,
      what: WORDS[event.kind],
      ago: relative(Date.parse(event.happenedAt), Date.now()),
      exactly: exact(Date.parse(event.happenedAt))
    }));
  }
}

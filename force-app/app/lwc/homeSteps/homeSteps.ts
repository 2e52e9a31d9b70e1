import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Home_Steps';
import empty from '@salesforce/label/c.Home_Steps_Empty';
import cloud from '@salesforce/label/c.Home_Column_Cloud';
import customer from '@salesforce/label/c.Home_Column_Customer';
import state from '@salesforce/label/c.Home_Column_State';
import why from '@salesforce/label/c.Home_Column_Why';
import amount from '@salesforce/label/c.Home_Column_Amount';
import next from '@salesforce/label/c.Home_Column_Next';
import { rowsOf } from './steps';
import type { Row, Step } from './steps';

export type { Step } from './steps';

/** What to do soon, the most urgent first: invitations, corrections, offers and contracts. */
export default class HomeSteps extends LightningElement {
  @api steps: readonly Step[] = [];
  labels = { title, empty, cloud, customer, state, why, amount, next };

  get isEmpty(): boolean {
    return this.steps.length === 0;
  }

  get rows(): Row[] {
    return rowsOf(this.steps, Date.now());
  }
}

import { LightningElement, api } from 'lwc';

/** A card of the app: a heading, what can be done (slot `actions`), and its contents. */
export default class Panel extends LightningElement {
  @api heading = '';
}

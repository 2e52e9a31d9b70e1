import { LightningElement, api } from 'lwc';

export default class ParcelCard extends LightningElement {
  @api name;
}

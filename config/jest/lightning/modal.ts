import { LightningElement, api } from 'lwc';

/** Stand-in for the one base module that sfdx-lwc-jest does not stub. */
export default class LightningModal extends LightningElement {
  static open = jest.fn();

  @api label: string | undefined;
  @api size: string | undefined;

  close = jest.fn();
}

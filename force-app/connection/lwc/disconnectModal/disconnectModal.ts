import LightningModal from 'lightning/modal';
import title from '@salesforce/label/c.Disconnect_Title';
import text from '@salesforce/label/c.Disconnect_Text';
import oneOrg from '@salesforce/label/c.Disconnect_One_Org';
import yes from '@salesforce/label/c.Disconnect_Yes';
import no from '@salesforce/label/c.Disconnect_No';

/** Asks before Clazar is disconnected. Closes with `disconnect`, or with nothing. */
export default class DisconnectModal extends LightningModal {
  labels = { title, text, oneOrg, yes, no };

  confirm(): void {
    this.close('disconnect');
  }

  cancel(): void {
    this.close();
  }
}

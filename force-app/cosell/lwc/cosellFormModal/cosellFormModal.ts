import { api } from 'lwc';
import LightningModal from 'lightning/modal';

/** A guided form for co-sell in a window of its own; closes with the answer, or with nothing. */
export default class CosellFormModal extends LightningModal {
  @api heading = '';
  @api action = 'create';
  @api cloud?: string | null;
  @api recordId = '';
  @api wanted: readonly string[] = [];

  finish(event: CustomEvent<{ answer: unknown }>): void {
    this.close(event.detail.answer);
  }

  cancel(): void {
    this.close();
  }
}

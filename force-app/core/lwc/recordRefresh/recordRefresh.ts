import { LightningElement, api } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import readStatus from '@salesforce/apex/SyncController.status';
import refreshRecord from '@salesforce/apex/SyncController.refresh';
import refresh from '@salesforce/label/c.Refresh_Record';
import done from '@salesforce/label/c.Refresh_Record_Done';

/** Brings the record of a page from Clazar now, for people who may sync. */
export default class RecordRefresh extends LightningElement {
  @api recordId = '';
  labels = { refresh };
  maySync = false;
  isBusy = false;
  message = '';
  error: unknown;

  override connectedCallback(): void {
    // Whoever may not even see the sync needs no button for it.
    this.ask().catch(() => {
      this.maySync = false;
    });
  }

  async ask(): Promise<void> {
    const { maySync } = await readStatus();
    this.maySync = maySync;
  }

  async refresh(): Promise<void> {
    this.isBusy = true;
    this.message = '';
    this.error = undefined;
    try {
      await refreshRecord({ recordId: this.recordId });
      await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
      this.message = done;
    } catch (error) {
      this.error = error;
    }
    this.isBusy = false;
  }
}

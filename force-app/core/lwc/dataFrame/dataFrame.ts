import { LightningElement, api } from 'lwc';
import loading from '@salesforce/label/c.Loading';

/**
 * A card whose contents (in the slot) are read: it says when they are on their way, missing or could not be read.
 *
 * @fires retry when the user wants to read again
 */
export default class DataFrame extends LightningElement {
  @api heading = '';
  /** Any error, as it was caught. */
  @api error: unknown;
  @api isLoading = false;
  @api isEmpty = false;
  /** What is said instead of contents. */
  @api emptyText = '';
  loading = loading;

  retry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}

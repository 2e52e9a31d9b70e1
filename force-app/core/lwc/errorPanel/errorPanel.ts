import { LightningElement, api } from 'lwc';
import { reduceErrors } from 'c/errors';
import title from '@salesforce/label/c.Error_Title';
import tryAgain from '@salesforce/label/c.Try_Again';

/**
 * Says what went wrong and offers to try again.
 *
 * @fires retry when the user wants to try again
 */
export default class ErrorPanel extends LightningElement {
  /** Any error, as it was caught. */
  @api error: unknown;
  labels = { title, tryAgain };

  get sentences(): { key: number; text: string }[] {
    return reduceErrors(this.error).map((text, key) => ({ key, text }));
  }

  retry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}

import { LightningElement, api } from 'lwc';

/** Says what happened and what to do, where content would stand: empty, not found, failed. */
export default class ShellNotice extends LightningElement {
  @api heading = '';
  @api message = '';
  @api iconName = 'utility:info';
  /** Text of the button; without it there is none. Pressing it fires `retry`. */
  @api actionLabel: string | undefined;
  /** An error is told to screen readers at once. */
  @api isError = false;

  get liveRole(): 'alert' | undefined {
    return this.isError ? 'alert' : undefined;
  }

  handleAction(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}

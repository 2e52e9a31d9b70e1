import { LightningElement, api } from 'lwc';

/** The outline of what is being loaded. */
export default class ShellSkeleton extends LightningElement {
  /** How many lines; a template gives a text. */
  @api lines: number | string = 5;

  get rows(): number[] {
    return Array.from({ length: Number(this.lines) }, (_, index) => index);
  }
}

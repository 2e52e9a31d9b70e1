import { LightningElement, api } from 'lwc';
import back from '@salesforce/label/c.Form_Back';
import cancel from '@salesforce/label/c.Form_Cancel';
import discard from '@salesforce/label/c.Form_Discard';
import loading from '@salesforce/label/c.Loading';
import problems from '@salesforce/label/c.Form_Problems';
import review from '@salesforce/label/c.Form_Review';
import reviewHint from '@salesforce/label/c.Form_Review_Hint';
import send from '@salesforce/label/c.Form_Send';
import { newState, problemsOf } from 'c/formSession';
import type { FormProblem, FormState } from 'c/formSession';
import { fill } from 'c/text';

/**
 * What all guided forms have around their fields (in the slot): problems at the top, the draft and the next step below.
 *
 * @fires retry when what failed is to be tried again
 * @fires review · back · send when one goes to the next step or back
 * @fires discard when the draft is to be forgotten
 * @fires cancel when one leaves the form
 * @fires problem `{field}` when one wants to go to a field that is wrong
 */
export default class FormFrame extends LightningElement {
  /** Whether there is anything to fill in; false while it is read, or when one may not. */
  @api isOpen = false;
  @api isLoading = false;
  /** Whether a draft can be forgotten. */
  @api canDiscard = false;
  /** The word on the last button. */
  @api sendLabel = send;
  labels = { back, cancel, discard, loading, review, reviewHint };
  shown: FormState = newState();
  #showsProblems = false;

  /** Where the form stands. */
  @api
  get state(): FormState {
    return this.shown;
  }

  set state(state: FormState) {
    if (state.refusals > this.shown.refusals) this.#showsProblems = true;
    this.shown = state;
  }

  /** What is missing is read out and seen at once, wherever one had scrolled to. */
  override renderedCallback(): void {
    const summary = this.template?.querySelector<HTMLElement>('.problems');
    if (!this.#showsProblems || summary === null) return;
    this.#showsProblems = false;
    summary?.focus();
  }

  get isFilling(): boolean {
    return this.isOpen && !this.state.isReview;
  }

  get isReview(): boolean {
    return this.isOpen && this.state.isReview;
  }

  get problems(): FormProblem[] {
    return problemsOf(this.state);
  }

  get hasProblems(): boolean {
    return this.isFilling && this.problems.length > 0;
  }

  get problemsTitle(): string {
    return fill(problems, this.problems.length);
  }

  get isDiscardable(): boolean {
    return this.canDiscard && this.state.draftText !== '';
  }

  goTo(event: Event): void {
    event.preventDefault();
    const { field } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('problem', { detail: { field } }));
  }

  retry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  discard(): void {
    this.dispatchEvent(new CustomEvent('discard'));
  }

  cancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  review(): void {
    this.dispatchEvent(new CustomEvent('review'));
  }

  back(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  send(): void {
    this.dispatchEvent(new CustomEvent('send'));
  }
}

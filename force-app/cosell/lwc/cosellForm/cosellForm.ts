import { LightningElement, api } from 'lwc';
import readForm from '@salesforce/apex/CosellFormController.getForm';
import checkForm from '@salesforce/apex/CosellFormController.check';
import sendForm from '@salesforce/apex/CosellFormController.send';
import saveDraft from '@salesforce/apex/CosellFormController.saveDraft';
import discardDraft from '@salesforce/apex/CosellFormController.discardDraft';
import { FormSession, newState } from 'c/formSession';
import type { FormState } from 'c/formSession';
import { fill, textOf } from 'c/text';
import { hiddenCount, reviewedOf, sectionsOf } from './model';
import type { Asked, Changes, Reviewed, ShownSection } from './model';
import { labels } from './labels';

/**
 * A guided form for co-sell: filled by the mapping, checked as one goes, reviewed before it is sent. Nothing typed is lost.
 *
 * @fires done `{answer}` when it was sent
 * @fires cancel when one leaves it
 */
export default class CosellForm extends LightningElement {
  /** `create`, `update` or `submit`. */
  @api action = 'create';
  @api cloud?: string | null;
  /** The Opportunity to create from, or the co-sell opportunity. */
  @api recordId = '';
  /** Fields that must be seen at once, such as those that AWS wants corrected. */
  @api wanted: readonly string[] = [];
  labels = labels;
  form: Apex.CosellForm | undefined;
  changes: Changes = {};
  isMoreShown = false;
  state: FormState<Apex.CosellCheck> = newState();
  #session = new FormSession<Apex.CosellCheck, Apex.CosellAnswer>({
    values: () => this.values,
    draft: () => JSON.stringify(this.changes),
    check: (valuesJson) => checkForm({ ...this.address, valuesJson }),
    send: (valuesJson, requestKey) => sendForm({ ...this.address, valuesJson, requestKey }),
    saveDraft: (valuesJson) => saveDraft({ ...this.address, valuesJson }),
    show: (state) => {
      this.state = state;
    }
  });

  override connectedCallback(): void {
    void this.load();
  }

  override disconnectedCallback(): void {
    this.#session.stop();
  }

  get isLoading(): boolean {
    return this.form === undefined && this.state.error === undefined;
  }

  get isFilling(): boolean {
    return this.form !== undefined && !this.state.isReview;
  }

  get isOpen(): boolean {
    return this.form !== undefined;
  }

  get asked(): Asked | undefined {
    const { form, changes, state, isMoreShown } = this;
    return form && { form, changes, state, isMoreShown, wanted: new Set(this.wanted) };
  }

  get sections(): ShownSection[] {
    return this.asked === undefined ? [] : sectionsOf(this.asked);
  }

  get moreLabel(): string {
    const count = this.asked === undefined ? 0 : hiddenCount(this.asked);
    if (count === 0) return '';
    return this.isMoreShown ? labels.fewer : fill(labels.more, count);
  }

  get isCreation(): boolean {
    return this.action === 'create' && this.form?.cloud === 'AWS';
  }

  get asksSubmission(): boolean {
    return this.action === 'submit' || (this.isCreation && this.isSubmitted);
  }

  get isSubmitted(): boolean {
    return this.changes.submit !== false;
  }

  get involvement(): string {
    return textOf(this.changes.involvement_type ?? this.form?.involvementTypes[0]?.value);
  }

  get visibility(): string {
    return textOf(this.changes.visibility ?? this.form?.visibilities[0]?.value);
  }

  get involvementTypes(): { label: string; value: string }[] {
    return (this.form?.involvementTypes ?? []).map(({ label, value }) => ({ label, value }));
  }

  get visibilities(): { label: string; value: string }[] {
    return (this.form?.visibilities ?? []).map(({ label, value }) => ({ label, value }));
  }

  get reviewed(): Reviewed[] {
    return reviewedOf(this.state.check);
  }

  get showsBefore(): boolean {
    return this.action === 'update';
  }

  get values(): string {
    const submission = this.asksSubmission
      ? { involvement_type: this.involvement, visibility: this.visibility }
      : {};
    const submit = this.isCreation ? { submit: this.isSubmitted } : {};
    return JSON.stringify({ ...submission, ...submit, ...this.changes });
  }

  get address(): { action: string; cloud: string | null; recordId: string } {
    return { action: this.action, cloud: this.cloud ?? null, recordId: this.recordId };
  }

  async load(): Promise<void> {
    const form = await this.#session.attempt(() => readForm<Apex.CosellForm>(this.address));
    if (form === undefined) return;
    this.changes = this.#session.restore(form);
    this.form = form;
  }

  changeField(event: CustomEvent<{ name: string; value: unknown }>): void {
    const { name, value } = event.detail;
    this.set({ [name]: value });
  }

  changeSubmit(event: CustomEvent<{ checked: boolean }>): void {
    this.set({ submit: event.detail.checked });
  }

  changeInvolvement(event: CustomEvent<{ value: string }>): void {
    this.set({ involvement_type: event.detail.value });
  }

  changeVisibility(event: CustomEvent<{ value: string }>): void {
    this.set({ visibility: event.detail.value });
  }

  set(change: Changes): void {
    this.changes = { ...this.changes, ...change };
    this.#session.keepSoon();
  }

  async discard(): Promise<void> {
    this.changes = {};
    await this.#session.discard(() => discardDraft(this.address));
  }

  async leaveField(event: CustomEvent<{ name: string }>): Promise<void> {
    await this.#session.leave(event.detail.name);
  }

  async review(): Promise<void> {
    await this.#session.review();
  }

  back(): void {
    this.#session.back();
  }

  async send(): Promise<void> {
    const answer = await this.#session.send();
    if (answer !== undefined) this.dispatchEvent(new CustomEvent('done', { detail: { answer } }));
  }

  toggleMore(): void {
    this.isMoreShown = !this.isMoreShown;
  }

  goTo(event: CustomEvent<{ field: string }>): void {
    const { field } = event.detail;
    this.template?.querySelector<HTMLElement>(`c-form-field[data-name="${field}"]`)?.focus();
  }

  cancel(): void {
    this.#session.stop();
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}

import { LightningElement, api } from 'lwc';
import readForm from '@salesforce/apex/CosellFormController.getForm';
import checkForm from '@salesforce/apex/CosellFormController.check';
import sendForm from '@salesforce/apex/CosellFormController.send';
import saveDraft from '@salesforce/apex/CosellFormController.saveDraft';
import discardDraft from '@salesforce/apex/CosellFormController.discardDraft';
import { after } from 'c/timer';
import { relative } from 'c/format';
import { fill, textOf } from 'c/text';
import { hiddenCount, sectionsOf } from './model';
import type { Asked, Changes, ShownSection } from './model';
import { labels } from './labels';

const PAUSE = 800;

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
  errors: readonly Apex.FieldError[] = [];
  touched: ReadonlySet<string> = new Set();
  isEverythingTouched = false;
  isMoreShown = false;
  isReview = false;
  isBusy = false;
  check: Apex.CosellCheck | undefined;
  draftText = '';
  error: unknown;
  #requestKey = '';
  #showsProblems = false;
  #stopSaving: () => void = () => undefined;

  override connectedCallback(): void {
    this.#requestKey = crypto.randomUUID();
    void this.load();
  }

  /** What is missing is read out and seen at once, wherever one had scrolled to. */
  override renderedCallback(): void {
    const summary = this.template?.querySelector<HTMLElement>('.problems');
    if (!this.#showsProblems || summary === null) return;
    this.#showsProblems = false;
    summary?.focus();
  }

  override disconnectedCallback(): void {
    this.#stopSaving();
  }

  get isLoading(): boolean {
    return this.form === undefined && this.error === undefined;
  }

  get isFilling(): boolean {
    return this.form !== undefined && !this.isReview;
  }

  get asked(): Asked | undefined {
    const { form, changes, errors, touched, isEverythingTouched, isMoreShown } = this;
    const wanted = new Set(this.wanted);
    return form && { form, changes, errors, touched, isEverythingTouched, isMoreShown, wanted };
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

  /** Everything that is wrong, once at the top, after a review was asked for. */
  get summary(): { key: string; field: string; text: string }[] {
    if (!this.isEverythingTouched) return [];
    return this.errors.map(({ field, label, message }, index) => ({
      key: String(index),
      field,
      text: label === '' || label === null ? message : `${label}: ${message}`
    }));
  }

  get hasProblems(): boolean {
    return this.summary.length > 0;
  }

  get problemsTitle(): string {
    return fill(labels.problems, this.summary.length);
  }

  get reviewed(): { field: string; label: string; before: string; after: string }[] {
    return (this.check?.changes ?? []).map(({ field, label, before, after: now }) => ({
      field,
      label,
      before: before ?? '',
      after: now ?? ''
    }));
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
    this.error = undefined;
    try {
      this.form = await readForm<Apex.CosellForm>(this.address);
      this.restore(this.form);
    } catch (error) {
      this.error = error;
    }
  }

  restore({ savedValues, savedAt }: Apex.CosellForm): void {
    if ((savedValues ?? '') === '') return;
    this.changes = JSON.parse(savedValues) as Changes;
    this.draftText = fill(labels.draft, relative(Date.parse(savedAt), Date.now()));
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
    this.#stopSaving();
    this.#stopSaving = after(PAUSE, () => {
      void this.keep();
    });
  }

  /** A draft that cannot be kept must not stop the person who types. */
  async keep(): Promise<void> {
    try {
      await saveDraft({ ...this.address, valuesJson: JSON.stringify(this.changes) });
      this.draftText = labels.draftKept;
    } catch {
      this.draftText = labels.draftNotKept;
    }
  }

  async discard(): Promise<void> {
    this.#stopSaving();
    this.changes = {};
    this.draftText = '';
    await this.attempt(() => discardDraft(this.address));
  }

  /** Says at the field what is wrong as one leaves it. */
  async leaveField(event: CustomEvent<{ name: string }>): Promise<void> {
    this.touched = new Set([...this.touched, event.detail.name]);
    await this.ask();
  }

  async ask(): Promise<Apex.CosellCheck | undefined> {
    const values = this.values;
    const check = await this.attempt(() => checkForm({ ...this.address, valuesJson: values }));
    if (check === undefined || values !== this.values) return undefined;
    this.errors = check.errors;
    return check;
  }

  async review(): Promise<void> {
    this.isBusy = true;
    this.check = await this.ask();
    this.isBusy = false;
    this.isEverythingTouched = true;
    this.isReview = this.check?.ready === true;
    this.#showsProblems = !this.isReview;
  }

  back(): void {
    this.isReview = false;
  }

  async send(): Promise<void> {
    this.isBusy = true;
    const answer = await this.attempt(() =>
      sendForm({ ...this.address, valuesJson: this.values, requestKey: this.#requestKey })
    );
    this.isBusy = false;
    if (answer === undefined) return;
    if (answer.success) this.finish(answer);
    else this.refuse(answer);
  }

  finish(answer: Apex.CosellAnswer): void {
    this.#stopSaving();
    this.dispatchEvent(new CustomEvent('done', { detail: { answer } }));
  }

  /** The cloud has its own rules: what it refuses stands at its field like what we find. */
  refuse({ errors, message }: Apex.CosellAnswer): void {
    const whole = { field: '', label: '', code: '', message };
    this.errors = errors.length > 0 ? errors : [whole];
    this.#requestKey = crypto.randomUUID();
    this.isReview = false;
    this.#showsProblems = true;
  }

  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await work();
      this.error = undefined;
      return result;
    } catch (error) {
      this.error = error;
      return undefined;
    }
  }

  toggleMore(): void {
    this.isMoreShown = !this.isMoreShown;
  }

  goTo(event: Event): void {
    event.preventDefault();
    const { field = '' } = (event.currentTarget as HTMLElement).dataset;
    this.template?.querySelector<HTMLElement>(`c-form-field[data-name="${field}"]`)?.focus();
  }

  cancel(): void {
    this.#stopSaving();
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}

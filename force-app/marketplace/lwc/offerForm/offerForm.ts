import { LightningElement, api } from 'lwc';
import readForm from '@salesforce/apex/PrivateOfferController.getForm';
import readAlerts from '@salesforce/apex/PrivateOfferController.getAlerts';
import checkOffer from '@salesforce/apex/PrivateOfferController.check';
import createOffer from '@salesforce/apex/PrivateOfferController.create';
import saveDraft from '@salesforce/apex/PrivateOfferController.saveDraft';
import { relative } from 'c/format';
import { fill } from 'c/text';
import { after } from 'c/timer';
import { buyersOf, listingsOf } from './choices';
import { labels } from './labels';
import { OPTIONS, plansOf } from './plans';
import type { OfferField } from './plans';
import { changed, instalments, numberOf, sumOf, tomorrow } from './values';
import type { Dimension, OfferValues, Payment } from './values';

type Form = Apex.PrivateOfferForm;
type Changed = CustomEvent<{ name: string; value: unknown }>;

const PAUSE = 800;
const MOST_INSTALMENTS = 12;

/**
 * The form of a private offer: filled from the deal, checked as one goes, reviewed before it is sent.
 *
 * @fires sent `{answer}` when Clazar has it
 * @fires cancel when one leaves it
 */
export default class OfferForm extends LightningElement {
  @api recordId = '';
  labels = labels;
  options = OPTIONS;
  cloud = 'AWS';
  form: Form | undefined;
  values: OfferValues = {};
  errors: readonly Apex.FieldError[] = [];
  touched: ReadonlySet<string> = new Set();
  isEverythingTouched = false;
  isReview = false;
  isBusy = false;
  check: Apex.PrivateOfferCheck | undefined;
  alerts: readonly Apex.PrivateOfferAlert[] = [];
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

  get isRefused(): boolean {
    return this.form?.isAllowed === false;
  }

  get isFilling(): boolean {
    return this.form?.isAllowed === true && !this.isReview;
  }

  get basics(): OfferField[] {
    const { form, values } = this;
    if (form === undefined) return [];
    return plansOf({
      form,
      values,
      listings: listingsOf(form),
      errorOf: (name) => this.errorOf(name)
    });
  }

  /** Accounts of buyers that are known for this customer, to be taken with one click. */
  get buyers(): { label: string; value: string }[] {
    return buyersOf(this.form, this.values.buyer_account_id);
  }

  get hasAlerts(): boolean {
    return this.alerts.length > 0;
  }

  get isScheduled(): boolean {
    return this.values.payment === 'schedule';
  }

  get payment(): string {
    return this.values.payment ?? 'upfront';
  }

  get payments(): (Payment & { key: string; number: string })[] {
    return (this.values.payment_schedule ?? []).map((payment, index) => ({
      ...payment,
      key: String(index),
      number: fill(labels.instalment, index + 1)
    }));
  }

  get sumText(): string {
    return fill(labels.sum, sumOf(this.values.payment_schedule ?? []), this.values.price ?? 0);
  }

  get dimensions(): (Dimension & { key: string })[] {
    return (this.values.dimensions ?? []).map((each, index) => ({ ...each, key: String(index) }));
  }

  get eula(): string {
    return this.values.eula ?? 'standard';
  }

  get isCustomEula(): boolean {
    return this.eula === 'custom';
  }

  get documents(): string {
    return (this.values.documents ?? []).join('\n');
  }

  get documentsHint(): string {
    return fill(labels.documentsHint, this.form?.mostDocuments ?? 0);
  }

  get summary(): { key: string; text: string }[] {
    if (!this.isEverythingTouched) return [];
    return this.errors.map(({ label, message }, index) => ({
      key: String(index),
      text: (label ?? '') === '' ? message : `${label}: ${message}`
    }));
  }

  get hasProblems(): boolean {
    return this.summary.length > 0;
  }

  get problemsTitle(): string {
    return fill(labels.problems, this.summary.length);
  }

  get paymentsError(): string {
    return this.errorOf('payment_schedule');
  }

  get dimensionsError(): string {
    return this.errorOf('dimensions');
  }

  get documentsError(): string {
    return this.errorOf('documents');
  }

  get lines(): { label: string; value: string }[] {
    return (this.check?.lines ?? []).map(({ label, value }) => ({ label, value: value ?? '' }));
  }

  get address(): { cloud: string; recordId: string } {
    return { cloud: this.cloud, recordId: this.recordId };
  }

  errorOf(name: string): string {
    if (!this.isEverythingTouched && !this.touched.has(name)) return '';
    return this.errors.find(({ field }) => field === name)?.message ?? '';
  }

  async load(): Promise<void> {
    this.form = undefined;
    const form = await this.attempt(() => readForm<Form>(this.address));
    if (form === undefined) return;
    const filled = Object.fromEntries(form.values.map(({ field, value }) => [field, value]));
    const saved =
      (form.savedValues ?? '') === '' ? {} : (JSON.parse(form.savedValues) as OfferValues);
    this.values = { ...filled, ...saved };
    this.draftText =
      (form.savedValues ?? '') === ''
        ? ''
        : fill(labels.draft, relative(Date.parse(form.savedAt), Date.now()));
    this.form = form;
    await this.warn();
  }

  /** What this buyer has already: one offers a renewal rather than the same again. */
  async warn(): Promise<void> {
    const buyerAccountId = this.values.buyer_account_id ?? '';
    if (buyerAccountId === '') this.alerts = [];
    else {
      const { cloud } = this;
      const asked = { cloud, buyerAccountId, listingId: this.values.listing_id ?? null };
      this.alerts = (await this.attempt(() => readAlerts<Apex.PrivateOfferAlert[]>(asked))) ?? [];
    }
  }

  changeCloud(event: CustomEvent<{ value: string }>): void {
    this.cloud = event.detail.value;
    this.errors = [];
    void this.load();
  }

  changeField(event: Changed): void {
    const { name, value } = event.detail;
    this.set({ [name]: value });
    if (name === 'buyer_account_id' || name === 'listing_id') void this.warn();
  }

  takeBuyer(event: Event): void {
    const { value } = (event.currentTarget as HTMLElement).dataset;
    this.set({ buyer_account_id: value ?? '' });
    void this.warn();
  }

  changePayment(event: CustomEvent<{ value: OfferValues['payment'] }>): void {
    const payment = event.detail.value ?? 'upfront';
    this.set({ payment });
    if (payment === 'schedule' && this.payments.length === 0) this.divide(2);
  }

  changeCount(event: CustomEvent<{ value: string }>): void {
    const count = Math.min(MOST_INSTALMENTS, Math.max(1, Number(event.detail.value) || 1));
    this.divide(count);
  }

  divide(count: number): void {
    const first = this.values.payment_schedule?.[0]?.charge_date ?? tomorrow(Date.now());
    this.set({ payment_schedule: instalments(this.values.price ?? 0, count, first) });
  }

  changeInstalment(event: CustomEvent<{ value: string }>): void {
    const { index, part = '' } = (event.currentTarget as HTMLElement).dataset;
    const { value } = event.detail;
    const typed = part === 'charge_amount' ? numberOf(value) : value;
    this.set({
      payment_schedule: changed(this.values.payment_schedule ?? [], index, { [part]: typed })
    });
  }

  addDimension(): void {
    const empty = { name: '', quantity: 1, price: null };
    this.set({ dimensions: [...(this.values.dimensions ?? []), empty] });
  }

  removeDimension(event: Event): void {
    const { index } = (event.currentTarget as HTMLElement).dataset;
    this.set({
      dimensions: (this.values.dimensions ?? []).filter((_, position) => String(position) !== index)
    });
  }

  changeDimension(event: CustomEvent<{ value: string }>): void {
    const { index, part = '' } = (event.currentTarget as HTMLElement).dataset;
    const { value } = event.detail;
    const typed = part === 'name' ? value : numberOf(value);
    this.set({ dimensions: changed(this.values.dimensions ?? [], index, { [part]: typed }) });
  }

  changeEula(event: CustomEvent<{ value: OfferValues['eula'] }>): void {
    this.set({ eula: event.detail.value ?? 'standard' });
  }

  changeDocuments(event: CustomEvent<{ value: string }>): void {
    const lines = event.detail.value.split('\n').map((line) => line.trim());
    this.set({ documents: lines.filter(Boolean) });
  }

  set(change: OfferValues): void {
    this.values = { ...this.values, ...change };
    this.#stopSaving();
    this.#stopSaving = after(PAUSE, () => {
      void this.keep();
    });
  }

  /** A draft that cannot be kept must not stop the person who types. */
  async keep(): Promise<void> {
    try {
      await saveDraft({ ...this.address, valuesJson: JSON.stringify(this.values) });
      this.draftText = labels.draftKept;
    } catch {
      this.draftText = labels.draftNotKept;
    }
  }

  async leaveField(event: CustomEvent<{ name: string }>): Promise<void> {
    this.touched = new Set([...this.touched, event.detail.name]);
    await this.ask();
  }

  async ask(): Promise<Apex.PrivateOfferCheck | undefined> {
    const valuesJson = JSON.stringify(this.values);
    const check = await this.attempt(() => checkOffer({ ...this.address, valuesJson }));
    if (check !== undefined) this.errors = check.errors;
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
    const valuesJson = JSON.stringify(this.values);
    const answer = await this.attempt(() =>
      createOffer({ ...this.address, valuesJson, requestKey: this.#requestKey })
    );
    this.isBusy = false;
    if (answer === undefined) return;
    if (answer.success) {
      this.#stopSaving();
      this.dispatchEvent(new CustomEvent('sent', { detail: { answer } }));
    } else this.refuse(answer);
  }

  refuse({ errors, message }: Apex.PrivateOfferAnswer): void {
    this.errors = errors.length > 0 ? errors : [{ field: '', label: '', code: '', message }];
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

  cancel(): void {
    this.#stopSaving();
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}

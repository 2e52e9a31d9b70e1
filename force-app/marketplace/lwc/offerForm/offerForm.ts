import { LightningElement, api } from 'lwc';
import readForm from '@salesforce/apex/PrivateOfferController.getForm';
import readAlerts from '@salesforce/apex/PrivateOfferController.getAlerts';
import checkOffer from '@salesforce/apex/PrivateOfferController.check';
import createOffer from '@salesforce/apex/PrivateOfferController.create';
import saveDraft from '@salesforce/apex/PrivateOfferController.saveDraft';
import { FormSession, newState, problemAt } from 'c/formSession';
import type { FormState } from 'c/formSession';
import { fill } from 'c/text';
import { buyersOf, listingsOf } from './choices';
import type { Choice } from './choices';
import {
  withDimension,
  withDocuments,
  withInstalment,
  withInstalments,
  withoutDimension,
  withPayment
} from './edits';
import type { Cell } from './edits';
import { labels } from './labels';
import { OPTIONS, plansOf } from './plans';
import type { OfferField } from './plans';
import { dimensionRows, instalmentRows } from './rows';
import type { InputRow } from './rows';
import { sumOf } from './values';
import type { OfferValues } from './values';

type Form = Apex.PrivateOfferForm;
type Typed = CustomEvent<{ value: string }>;

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
  alerts: readonly Apex.PrivateOfferAlert[] = [];
  state: FormState<Apex.PrivateOfferCheck> = newState();
  #session = new FormSession<Apex.PrivateOfferCheck, Apex.PrivateOfferAnswer>({
    values: () => JSON.stringify(this.values),
    draft: () => JSON.stringify(this.values),
    check: (valuesJson) => checkOffer({ ...this.address, valuesJson }),
    send: (valuesJson, requestKey) => createOffer({ ...this.address, valuesJson, requestKey }),
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

  get isRefused(): boolean {
    return this.form?.isAllowed === false;
  }

  get isOpen(): boolean {
    return this.form?.isAllowed === true;
  }

  get isFilling(): boolean {
    return this.isOpen && !this.state.isReview;
  }

  get basics(): OfferField[] {
    const { form, values, state } = this;
    return form === undefined ? [] : plansOf({ form, values, listings: listingsOf(form), state });
  }

  /** Accounts of buyers that are known for this customer, to be taken with one click. */
  get buyers(): Choice[] {
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

  get payments(): InputRow[] {
    return instalmentRows(this.values);
  }

  get sumText(): string {
    return fill(labels.sum, sumOf(this.values.payment_schedule ?? []), this.values.price ?? 0);
  }

  get dimensions(): InputRow[] {
    return dimensionRows(this.values);
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

  get paymentsError(): string {
    return problemAt(this.state, 'payment_schedule');
  }

  get dimensionsError(): string {
    return problemAt(this.state, 'dimensions');
  }

  get documentsError(): string {
    return problemAt(this.state, 'documents');
  }

  get lines(): { label: string; value: string }[] {
    const { check } = this.state;
    return (check?.lines ?? []).map(({ label, value }) => ({ label, value: value ?? '' }));
  }

  get address(): { cloud: string; recordId: string } {
    return { cloud: this.cloud, recordId: this.recordId };
  }

  async load(): Promise<void> {
    this.form = undefined;
    const form = await this.#session.attempt(() => readForm<Form>(this.address));
    if (form === undefined) return;
    const filled = Object.fromEntries(form.values.map(({ field, value }) => [field, value]));
    this.values = { ...filled, ...this.#session.restore(form) };
    this.form = form;
    await this.warn();
  }

  /** What this buyer has already: one offers a renewal rather than the same again. */
  async warn(): Promise<void> {
    const { cloud } = this;
    const { buyer_account_id: buyerAccountId = '', listing_id: listing } = this.values;
    const asked = { cloud, buyerAccountId, listingId: listing ?? null };
    const read = (): Promise<Apex.PrivateOfferAlert[]> => readAlerts(asked);
    this.alerts = buyerAccountId === '' ? [] : ((await this.#session.attempt(read)) ?? []);
  }

  changeCloud(event: Typed): void {
    this.cloud = event.detail.value;
    void this.load();
  }

  changeField(event: CustomEvent<{ name: string; value: unknown }>): void {
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
    this.set(withPayment(this.values, event.detail.value ?? 'upfront', Date.now()));
  }

  changeCount(event: Typed): void {
    this.set(withInstalments(this.values, Number(event.detail.value), Date.now()));
  }

  changeInstalment(event: Typed): void {
    this.set(withInstalment(this.values, cellOf(event), event.detail.value));
  }

  addDimension(): void {
    const empty = { name: '', quantity: 1, price: null };
    this.set({ dimensions: [...(this.values.dimensions ?? []), empty] });
  }

  removeDimension(event: Event): void {
    this.set(withoutDimension(this.values, cellOf(event)));
  }

  changeDimension(event: Typed): void {
    this.set(withDimension(this.values, cellOf(event), event.detail.value));
  }

  changeEula(event: CustomEvent<{ value: OfferValues['eula'] }>): void {
    this.set({ eula: event.detail.value ?? 'standard' });
  }

  changeDocuments(event: Typed): void {
    this.set(withDocuments(event.detail.value));
  }

  set(change: OfferValues): void {
    this.values = { ...this.values, ...change };
    this.#session.keepSoon();
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
    if (answer !== undefined) this.dispatchEvent(new CustomEvent('sent', { detail: { answer } }));
  }

  /** Of a table of its own the first input stands for the field. */
  goTo(event: CustomEvent<{ field: string }>): void {
    const { field } = event.detail;
    this.template?.querySelector<HTMLElement>(`[data-name="${field}"]`)?.focus();
  }

  cancel(): void {
    this.#session.stop();
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}

function cellOf(event: Event): Cell {
  const { index, part = '' } = (event.currentTarget as HTMLElement).dataset;
  return { index, part };
}

import { LightningElement, api } from 'lwc';
import from from '@salesforce/label/c.Form_From';
import onePerLine from '@salesforce/label/c.Form_One_Per_Line';
import { fill, textOf } from 'c/text';

/** How a field is typed. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'number'
  | 'date'
  | 'email'
  | 'phone'
  | 'url'
  | 'checkbox'
  | 'picklist'
  | 'multiPicklist'
  | 'list'
  | 'json';

export interface FieldChoice {
  readonly label: string;
  readonly value: string;
}

/** A field of a guided form. */
export interface FormFieldPlan {
  readonly name: string;
  readonly label: string;
  readonly type: FieldKind;
  readonly choices?: readonly FieldChoice[] | null;
  /** Where the value came from, such as `Opportunity · Close Date`. */
  readonly origin?: string | null;
  readonly required?: boolean | null;
  readonly locked?: boolean | null;
  readonly lockedReason?: string | null;
  readonly maxLength?: number | null;
  readonly minimum?: number | null;
  readonly maximum?: number | null;
  readonly help?: string | null;
}

/** What a base component of Lightning offers that takes values. */
interface Input extends HTMLElement {
  setCustomValidity?(message: string): void;
  reportValidity?(): boolean;
}

const INPUT_TYPES: Partial<Record<FieldKind, string>> = {
  text: 'text',
  number: 'number',
  date: 'date',
  email: 'email',
  phone: 'tel',
  url: 'url'
};

/**
 * One field of a guided form: its value, where that came from, and what is wrong with it.
 *
 * @fires fieldchange `{name, value}` when the value changes; not `change`, which inputs inside send too
 * @fires leave `{name}` when one leaves the field
 */
export default class FormField extends LightningElement {
  @api field?: FormFieldPlan;
  @api value: unknown;
  /** Whether the value still is what the mapping gave. */
  @api isMapped = false;
  #error = '';
  #shownError = '';

  /** What is wrong with the value; empty when nothing is. */
  @api
  get error(): string {
    return this.#error;
  }

  set error(value: string | null | undefined) {
    this.#error = value ?? '';
    this.showError();
  }

  /** Puts the cursor into the field. */
  @api
  focus(): void {
    this.input?.focus();
  }

  override renderedCallback(): void {
    if (this.#shownError !== this.#error) this.showError();
  }

  /** The base component shows it and tells it to screen readers; before the first rendering there is none. */
  showError(): void {
    const { input } = this;
    if (input === null || input === undefined) return;
    this.#shownError = this.#error;
    input.setCustomValidity?.(this.#error);
    input.reportValidity?.();
  }

  get input(): Input | null | undefined {
    return this.template?.querySelector<Input>('.input');
  }

  get kind(): FieldKind {
    return this.field?.type ?? 'text';
  }

  get isPlain(): boolean {
    return this.kind in INPUT_TYPES;
  }

  get inputType(): string {
    return INPUT_TYPES[this.kind] ?? 'text';
  }

  get isChecked(): boolean {
    return this.value === true || this.value === 'true';
  }

  get isCheckbox(): boolean {
    return this.kind === 'checkbox';
  }

  get isPicklist(): boolean {
    return this.kind === 'picklist';
  }

  get isMany(): boolean {
    return this.kind === 'multiPicklist';
  }

  get step(): string | undefined {
    return this.kind === 'number' ? 'any' : undefined;
  }

  get options(): FieldChoice[] {
    return (this.field?.choices ?? []).map(({ label, value }) => ({ label, value }));
  }

  get text(): string {
    return this.kind === 'list' ? this.values.join('\n') : textOf(this.value);
  }

  get values(): string[] {
    if (Array.isArray(this.value)) return this.value.map(textOf);
    return textOf(this.value).split(';').filter(Boolean);
  }

  get maxLength(): number | undefined {
    return this.field?.maxLength ?? undefined;
  }

  get minimum(): number | undefined {
    return this.field?.minimum ?? undefined;
  }

  get maximum(): number | undefined {
    return this.field?.maximum ?? undefined;
  }

  get help(): string | undefined {
    return this.field?.help ?? undefined;
  }

  /** Why it cannot be changed, how it is typed, or where its value came from. */
  get remark(): string {
    if (this.field?.locked === true) return this.field.lockedReason ?? '';
    return this.originText || (this.kind === 'list' ? onePerLine : '');
  }

  get originText(): string {
    const origin = this.isMapped ? (this.field?.origin ?? '') : '';
    return origin === '' ? '' : fill(from, origin);
  }

  change(event: CustomEvent<{ value: unknown; checked?: boolean }>): void {
    const { value, checked } = event.detail;
    this.tell(this.isCheckbox ? checked : this.typed(value));
  }

  typed(value: unknown): unknown {
    if (this.kind === 'list')
      return textOf(value)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    if (this.kind === 'number') return textOf(value) === '' ? null : Number(value);
    return value ?? null;
  }

  tell(value: unknown): void {
    const detail = { name: this.field?.name, value };
    this.dispatchEvent(new CustomEvent('fieldchange', { detail }));
  }

  leave(): void {
    this.dispatchEvent(new CustomEvent('leave', { detail: { name: this.field?.name } }));
  }
}

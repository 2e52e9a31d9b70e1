import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { fill } from 'c/text';
import editLabel from '@salesforce/label/c.Map_Edit';
import defaultLabel from '@salesforce/label/c.Map_Default';
import expression from '@salesforce/label/c.Map_Expression';
import expressionHelp from '@salesforce/label/c.Map_Expression_Help';
import valuesLabel from '@salesforce/label/c.Map_Values';
import valuesHelp from '@salesforce/label/c.Map_Values_Help';
import valueLines from '@salesforce/label/c.Map_Value_Lines';
import inbound from '@salesforce/label/c.Map_Inbound';
import inboundHelp from '@salesforce/label/c.Map_Inbound_Help';
import use from '@salesforce/label/c.Map_Use';
import cancel from '@salesforce/label/c.Map_Cancel';
import reset from '@salesforce/label/c.Map_Reset';
import asItIs from '@salesforce/label/c.Map_As_It_Is';
import { readValueMap, writeValueMap } from './valueMap';

interface Entry {
  readonly targetField: string;
  readonly sourcePath?: string;
  readonly defaultValue?: string;
  readonly dateExpression?: string;
  readonly valueMap?: string;
  readonly isInbound?: boolean;
}

interface Column {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly values: readonly string[];
  readonly valueLabels?: readonly string[];
  readonly isCloudOnly?: boolean;
}

interface Chosen {
  readonly path: string;
  readonly values: readonly string[];
  readonly isUpdateable: boolean;
}

/** Changes how one field of a cloud is filled. Closes with the new entry, or with nothing. */
export default class MappingEditor extends LightningModal {
  @api column?: Column;
  @api entry?: Entry;
  labels = {
    defaultLabel,
    expression,
    expressionHelp,
    valuesLabel,
    valuesHelp,
    valueLines,
    inbound,
    inboundHelp,
    use,
    cancel,
    reset
  };
  changes: Partial<Entry> = {};
  /** Values of the chosen field; undefined until one is chosen here. */
  sourceValues?: readonly string[];
  isUpdateable = true;

  get heading(): string {
    return fill(editLabel, this.column?.label ?? '');
  }

  get current(): Entry {
    return { targetField: this.column?.name ?? '', ...this.entry, ...this.changes };
  }

  get kind(): string {
    return this.column?.kind ?? 'Text';
  }

  get path(): string {
    return this.current.sourcePath ?? '';
  }

  get isDate(): boolean {
    return this.kind === 'Date';
  }

  get hasList(): boolean {
    return (this.column?.values.length ?? 0) > 0;
  }

  get choices(): { label: string; value: string }[] {
    const { values = [], valueLabels = [] } = this.column ?? {};
    return values.map((value, index) => ({ label: valueLabels[index] ?? value, value }));
  }

  get mayBeFilled(): boolean {
    return this.column?.isCloudOnly !== true;
  }

  get defaultOptions(): { label: string; value: string }[] {
    return [{ label: '–', value: '' }, ...this.choices];
  }

  get valueOptions(): { label: string; value: string }[] {
    return [{ label: asItIs, value: '' }, ...this.choices];
  }

  /** Value by value where both sides have lists. */
  get valuePairs(): { source: string; target: string }[] {
    const known = readValueMap(this.current.valueMap);
    const sources = [...new Set([...(this.sourceValues ?? []), ...known.keys()])];
    return this.hasList
      ? sources.map((source) => ({ source, target: known.get(source) ?? '' }))
      : [];
  }

  get hasPairs(): boolean {
    return this.valuePairs.length > 0;
  }

  get mayBeInbound(): boolean {
    return this.path !== '' && !this.path.includes('.') && this.isUpdateable;
  }

  get mayNotBeInbound(): boolean {
    return !this.mayBeInbound;
  }

  get isInbound(): boolean {
    return this.mayBeInbound && this.current.isInbound === true;
  }

  choose({ detail }: CustomEvent<Chosen>): void {
    this.sourceValues = detail.values;
    this.isUpdateable = detail.isUpdateable;
    this.changes = { ...this.changes, sourcePath: detail.path };
  }

  changeText(event: CustomEvent<{ value: string }>): void {
    const { property = '' } = (event.currentTarget as HTMLElement).dataset;
    this.changes = { ...this.changes, [property]: event.detail.value };
  }

  changePair(event: CustomEvent<{ value: string }>): void {
    const { source = '' } = (event.currentTarget as HTMLElement).dataset;
    const map = readValueMap(this.current.valueMap);
    map.set(source, event.detail.value);
    this.changes = { ...this.changes, valueMap: writeValueMap(map) };
  }

  changeInbound(event: CustomEvent<{ checked: boolean }>): void {
    this.changes = { ...this.changes, isInbound: event.detail.checked };
  }

  use(): void {
    this.close({ ...this.current, isInbound: this.isInbound, isReset: false });
  }

  reset(): void {
    this.close({ targetField: this.column?.name ?? '', isReset: true });
  }

  cancel(): void {
    this.close();
  }
}

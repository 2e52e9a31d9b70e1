import { LightningElement, api } from 'lwc';
import { fill } from 'c/text';
import readFields from '@salesforce/apex/MappingController.fields';
import choose from '@salesforce/label/c.Map_Choose';
import searchLabel from '@salesforce/label/c.Map_Choose_Search';
import none from '@salesforce/label/c.Map_Choose_None';
import clear from '@salesforce/label/c.Map_Clear';
import chosen from '@salesforce/label/c.Map_Chosen';
import openObject from '@salesforce/label/c.Map_Open_Object';
import nothing from '@salesforce/label/c.Map_Nothing';
import loading from '@salesforce/label/c.Loading';
import opportunity from '@salesforce/label/c.Map_Opportunity';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fits: readonly string[];
  readonly relationshipName?: string;
  readonly referenceTo?: string;
  readonly values: readonly string[];
  readonly isUpdateable: boolean;
}

/** An object on the way: how it was reached, and what it is called. */
interface Place {
  readonly objectName: string;
  readonly label: string;
  /** With dots, empty for the opportunity itself. */
  readonly path: string;
}

interface Item extends Field {
  readonly key: string;
  readonly leadsTo: string;
  readonly canFill: boolean;
  readonly pressed: string;
}

const root: Place = { objectName: 'Opportunity', label: opportunity, path: '' };
/** Salesforce follows five lookups in a query. */
const deepest = 4;

/**
 * Chooses a field of the opportunity, or of any object that it leads to.
 *
 * @fires choose with `{ path, values, isUpdateable }`
 */
export default class FieldPicker extends LightningElement {
  /** The kind of field that is to be filled: only what fits is offered. */
  @api kind = 'Text';
  /** What is chosen, with dots. */
  @api path = '';
  labels = { choose, none, clear, loading };
  places: readonly Place[] = [root];
  fields?: readonly Field[];
  search = '';
  error: unknown;

  override connectedCallback(): void {
    void this.load();
  }

  get place(): Place {
    return this.places.at(-1) ?? root;
  }

  get crumbs(): { key: string; label: string; index: number; isLast: boolean }[] {
    return this.places.map(({ path, label }, index) => ({
      key: path === '' ? 'root' : path,
      label,
      index,
      isLast: index === this.places.length - 1
    }));
  }

  get isLoading(): boolean {
    return this.fields === undefined && this.error === undefined;
  }

  get searchText(): string {
    return fill(searchLabel, this.place.label);
  }

  get chosenText(): string {
    return fill(chosen, this.path === '' ? nothing : this.path.replaceAll('.', ' › '));
  }

  get hasNoPath(): boolean {
    return this.path === '';
  }

  get items(): Item[] {
    const words = this.search.trim().toLowerCase();
    return (this.fields ?? [])
      .filter(({ label, name }) => `${label} ${name}`.toLowerCase().includes(words))
      .map((field) => ({
        ...field,
        key: field.name,
        leadsTo: this.leadsTo(field),
        canFill: field.fits.includes(this.kind),
        pressed: String(this.pathOf(field.name) === this.path)
      }))
      .filter(({ canFill, leadsTo }) => canFill || leadsTo !== '');
  }

  get hasNoItems(): boolean {
    return this.fields !== undefined && this.items.length === 0;
  }

  leadsTo({ referenceTo, relationshipName, label }: Field): string {
    if (!referenceTo || !relationshipName) return '';
    return this.places.length > deepest ? '' : fill(openObject, label);
  }

  pathOf(name: string): string {
    return this.place.path === '' ? name : `${this.place.path}.${name}`;
  }

  changeSearch(event: CustomEvent<{ value: string }>): void {
    this.search = event.detail.value;
  }

  choose(event: Event): void {
    const field = this.fieldOf(event);
    if (field === undefined) return;
    const { values, isUpdateable } = field;
    this.tell({ path: this.pathOf(field.name), values, isUpdateable });
  }

  clear(): void {
    this.tell({ path: '', values: [], isUpdateable: false });
  }

  async follow(event: Event): Promise<void> {
    const field = this.fieldOf(event);
    if (!field?.referenceTo || !field.relationshipName) return;
    const place = {
      objectName: field.referenceTo,
      label: field.label,
      path: this.pathOf(field.relationshipName)
    };
    this.places = [...this.places, place];
    await this.load();
  }

  async goBack(event: Event): Promise<void> {
    const { index = '0' } = (event.currentTarget as HTMLElement).dataset;
    this.places = this.places.slice(0, Number(index) + 1);
    await this.load();
  }

  async load(): Promise<void> {
    this.search = '';
    this.fields = undefined;
    this.error = undefined;
    try {
      this.fields = await readFields({ objectName: this.place.objectName });
    } catch (error) {
      this.error = error;
    }
  }

  fieldOf(event: Event): Field | undefined {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    return this.fields?.find((field) => field.name === name);
  }

  tell(detail: { path: string; values: readonly string[]; isUpdateable: boolean }): void {
    this.dispatchEvent(new CustomEvent('choose', { detail }));
  }
}

import { LightningElement, api } from 'lwc';
import selectAll from '@salesforce/label/c.List_Select_All';
import selectRow from '@salesforce/label/c.List_Select_Row';
import actionsLabel from '@salesforce/label/c.List_Actions';
import { fill, textOf } from 'c/text';
import { cellOf } from './cells';
import type { Cell, TableColumn, TableRow } from './cells';

export type { ColumnKind, TableColumn, TableRow } from './cells';

/** Something that can be done with a row; shown as one button. */
export interface RowAction {
  readonly name: string;
  readonly label: string;
}

interface ShownRow {
  readonly id: string;
  readonly index: number;
  readonly className: string;
  readonly isSelected: boolean;
  readonly selectLabel: string;
  readonly cells: readonly Cell[];
  readonly actions: readonly (RowAction & { readonly context: string })[];
}

interface Heading extends TableColumn {
  readonly className: string;
  readonly sort: 'ascending' | 'descending' | 'none';
  readonly mark: string;
}

/** Until the first row is measured. */
const ROW_HEIGHT = 44;
const BOX_HEIGHT = 600;
/** Rows drawn above and below what is seen, so that scrolling shows no gaps. */
const MARGIN = 12;
/** When fewer rows than this are left below, more are asked for. */
const AHEAD = 40;

/**
 * A table of any length: only the rows that are seen are drawn.
 *
 * @fires sort `{column}` when a heading is pressed
 * @fires more when the end comes near
 * @fires select `{ids}` when the selection changes
 * @fires open `{recordId}` when a link is followed
 * @fires action `{name, id}` when a row's button is pressed
 */
export default class WindowedTable extends LightningElement {
  /** What the table shows, for those who cannot see it. */
  @api label = '';
  @api columns: readonly TableColumn[] = [];
  @api rows: readonly TableRow[] = [];
  /** How many rows there are in all, when that is known. */
  @api total?: number;
  @api sortBy = '';
  @api isDescending = false;
  @api selectedIds: readonly string[] = [];
  /** Which actions a row has. */
  @api actionsOf: (row: TableRow) => readonly RowAction[] = () => [];
  labels = { selectAll, actions: actionsLabel };
  first = 0;
  rowHeight = ROW_HEIGHT;
  boxHeight = BOX_HEIGHT;
  #asked = -1;

  /** Where no row offers anything, its column takes no room. */
  get actionsHeading(): string {
    const isEmpty = this.rows.every((row) => this.actionsOf(row).length === 0);
    return isEmpty ? 'heading no-actions' : 'heading actions';
  }

  get headings(): Heading[] {
    return this.columns.map((column) => {
      const isSorted = column.key === this.sortBy;
      const sort = this.isDescending ? 'descending' : 'ascending';
      return {
        ...column,
        className: `heading ${column.kind}`,
        sort: isSorted ? sort : 'none',
        mark: isSorted ? (this.isDescending ? '↓' : '↑') : ''
      };
    });
  }

  get start(): number {
    return Math.max(0, this.first - MARGIN);
  }

  get end(): number {
    const seen = Math.ceil(this.boxHeight / this.rowHeight);
    return Math.min(this.rows.length, this.first + seen + MARGIN);
  }

  get topStyle(): string {
    return `height: ${String(this.start * this.rowHeight)}px`;
  }

  get bottomStyle(): string {
    return `height: ${String((this.rows.length - this.end) * this.rowHeight)}px`;
  }

  get rowCount(): number {
    return (this.total ?? this.rows.length) + 1;
  }

  get span(): number {
    return this.columns.length + 2;
  }

  get isAllSelected(): boolean {
    return this.rows.length > 0 && this.selectedIds.length >= this.rows.length;
  }

  get shown(): ShownRow[] {
    const now = Date.now();
    const selected = new Set(this.selectedIds);
    return this.rows.slice(this.start, this.end).map((row, offset) => {
      const name = textOf(row.name);
      return {
        id: row.id,
        index: this.start + offset + 2,
        className: selected.has(row.id) ? 'row chosen' : 'row',
        isSelected: selected.has(row.id),
        selectLabel: fill(selectRow, name),
        cells: this.columns.map((column) => cellOf(column, row, now)),
        actions: this.actionsOf(row).map((action) => ({ ...action, context: name }))
      };
    });
  }

  override renderedCallback(): void {
    this.measure();
    this.askAhead();
  }

  /** Goes to the first row, as for another question. */
  @api
  toTop(): void {
    this.first = 0;
    this.#asked = -1;
    const box = this.refs?.box;
    if (box !== undefined) box.scrollTop = 0;
  }

  follow(event: Event): void {
    const { scrollTop } = event.currentTarget as HTMLElement;
    const first = Math.floor(scrollTop / this.rowHeight);
    if (first !== this.first) this.first = first;
  }

  sort(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('sort', { detail: { column: key } }));
  }

  choose(event: Event): void {
    const box = event.currentTarget as HTMLInputElement;
    const id = box.dataset.id ?? '';
    const others = this.selectedIds.filter((each) => each !== id);
    this.announce(box.checked ? [...others, id] : others);
  }

  chooseAll(event: Event): void {
    const { checked } = event.currentTarget as HTMLInputElement;
    this.announce(checked ? this.rows.map(({ id }) => id) : []);
  }

  open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: { recordId: id } }));
  }

  act(event: Event): void {
    const { id, name } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('action', { detail: { id, name } }));
  }

  announce(ids: readonly string[]): void {
    this.dispatchEvent(new CustomEvent('select', { detail: { ids } }));
  }

  /** All rows are as high as the first; on a phone they are higher. */
  measure(): void {
    const row = this.template?.querySelector<HTMLElement>('.row');
    this.rowHeight = measured(row?.offsetHeight, this.rowHeight);
    this.boxHeight = measured(this.refs?.box?.clientHeight, this.boxHeight);
  }

  askAhead(): void {
    const { length } = this.rows;
    if (length === 0 || length === this.#asked || this.end + AHEAD < length) return;
    this.#asked = length;
    this.dispatchEvent(new CustomEvent('more'));
  }
}

/** What is not laid out has no height: the one before stays. */
function measured(height: number | undefined, before: number): number {
  return height === undefined || height === 0 ? before : height;
}

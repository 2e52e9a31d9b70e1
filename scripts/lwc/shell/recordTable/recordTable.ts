import { LightningElement, api } from 'lwc';
import { router } from 'page/router';
import type { UiRecord } from 'local/records';
import { fieldText, recordUrl } from '../../model/fieldText.ts';
import type { FieldText } from '../../model/fieldText.ts';
import type { ListColumn, ObjectInfo } from 'local/uiTypes';

interface Header {
  readonly key: string;
  readonly label: string;
  readonly sortable: boolean;
  readonly sort: 'ascending' | 'descending' | undefined;
  readonly arrow: string;
  readonly className: string;
}

interface Row {
  readonly key: string;
  readonly url: string;
  readonly first: Cell | undefined;
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly key: string;
  readonly value: FieldText;
  readonly className: string;
}

const numberTypes = new Set(['Currency', 'Double', 'Int', 'Percent']);

/** Records in rows, with headers that sort and rows that open. Fires `sort` with a field's name. */
export default class ShellRecordTable extends LightningElement {
  @api label = '';
  @api info: ObjectInfo | undefined;
  @api columns: readonly ListColumn[] = [];
  @api records: readonly UiRecord[] = [];
  /** `Name`, or `-Name` for descending. */
  @api sortBy = '';
  readonly #rows = new WeakMap<UiRecord, Row>();

  get headers(): Header[] {
    return this.columns.map(({ fieldApiName, label, sortable = false }) => ({
      key: fieldApiName,
      label,
      sortable,
      ...this.sorting(fieldApiName),
      className: this.isNumber(fieldApiName) ? 'head head_number' : 'head'
    }));
  }

  sorting(field: string): Pick<Header, 'sort' | 'arrow'> {
    if (this.sortBy === field) return { sort: 'ascending', arrow: '↑' };
    if (this.sortBy === `-${field}`) return { sort: 'descending', arrow: '↓' };
    return { sort: undefined, arrow: '' };
  }

  isNumber(field: string): boolean {
    return numberTypes.has(this.info?.fields[field]?.dataType ?? '');
  }

  get rows(): Row[] {
    const { info } = this;
    if (info === undefined) return [];
    return this.records.map((record) => this.#rows.get(record) ?? this.createRow(record, info));
  }

  /** A record's texts are made once: a list that grows page by page must not start over. */
  createRow(record: UiRecord, info: ObjectInfo): Row {
    const context = { info, locale: globalThis.localOrg.session };
    const [first, ...cells] = this.columns.map(({ fieldApiName }): Cell => {
      const value = fieldText(record, fieldApiName, context);
      return {
        key: `${record.id}-${fieldApiName}`,
        value,
        className: value.isNumber === true ? 'cell cell_number' : 'cell'
      };
    });
    const row = { key: record.id, url: recordUrl(record.apiName, record.id), first, cells };
    this.#rows.set(record, row);
    return row;
  }

  handleSort(event: Event): void {
    const { field = '' } = (event.currentTarget as HTMLElement).dataset;
    const detail = this.sortBy === field ? `-${field}` : field;
    this.dispatchEvent(new CustomEvent('sort', { detail }));
  }

  /** A click on a link is the link's; marking text is no click. */
  handleRow(event: MouseEvent): void {
    const isLink = event.composedPath().some((node) => node instanceof HTMLAnchorElement);
    const { url } = (event.currentTarget as HTMLElement).dataset;
    if (!isLink && url !== undefined && String(getSelection()) === '') router.go(url);
  }
}

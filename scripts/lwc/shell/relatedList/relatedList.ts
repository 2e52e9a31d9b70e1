import { LightningElement, api, wire } from 'lwc';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import type { WireResult } from 'local/adapters';
import { errorText } from '../../model/errors.ts';
import { fieldText, recordUrl } from '../../model/fieldText.ts';
import type { FieldText } from '../../model/fieldText.ts';
import { objectIcon } from '../../model/icons.ts';
import { loadListInfo, loadListViews, loadObjectInfo } from '../../model/metadata.ts';
import type { ListColumn, ObjectInfo, RecordPage } from 'local/uiTypes';

const most = 3;
const pageSize = 6;

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly url: string;
  readonly fields: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: FieldText;
  }[];
}

/** Records of one kind that belong to a record: name and the first columns of their list view. */
export default class ShellRelatedList extends LightningElement {
  @api parentId = '';
  @api relatedListId = '';
  @api childObject = '';
  @api parentField = '';
  info: ObjectInfo | undefined;
  columns: readonly ListColumn[] = [];
  fields: readonly string[] | undefined;
  pageSize = pageSize;

  @wire(getRelatedListRecords, {
    parentRecordId: '$parentIdWhenReady',
    relatedListId: '$relatedListId',
    fields: '$fields',
    pageSize: '$pageSize'
  })
  result: WireResult<RecordPage> | undefined;

  /** Nothing is asked for until it is known which fields to show. */
  get parentIdWhenReady(): string | undefined {
    return this.fields === undefined ? undefined : this.parentId;
  }

  get page(): RecordPage | undefined {
    return this.result?.data;
  }

  get heading(): string {
    const count = this.page?.records.length;
    const more = this.page?.nextPageToken ? '+' : '';
    return `${this.info?.labelPlural ?? ''}${count === undefined ? '' : ` (${count}${more})`}`;
  }

  get iconName(): string {
    return objectIcon(this.childObject);
  }

  get problem(): string | undefined {
    const error = this.result?.error;
    return error === undefined ? undefined : errorText(error).message;
  }

  get isLoading(): boolean {
    return this.page === undefined && this.problem === undefined;
  }

  get isEmpty(): boolean {
    return this.page?.records.length === 0;
  }

  get entries(): Entry[] {
    const { info } = this;
    if (info === undefined) return [];
    const context = { info, locale: globalThis.localOrg.session };
    const [nameField = 'Name'] = info.nameFields;
    return (this.page?.records ?? []).map((record) => ({
      key: record.id,
      name: fieldText(record, nameField, context).text,
      url: recordUrl(record.apiName, record.id),
      fields: this.columns.map(({ fieldApiName, label }) => ({
        key: fieldApiName,
        label: `${label}:`,
        value: fieldText(record, fieldApiName, context)
      }))
    }));
  }

  override connectedCallback(): void {
    void this.prepare();
  }

  async prepare(): Promise<void> {
    try {
      const [info, [first]] = await Promise.all([
        loadObjectInfo(this.childObject),
        loadListViews(this.childObject)
      ]);
      const columns = await this.loadColumns(first?.apiName);
      this.info = info;
      this.columns = columns
        .filter(({ fieldApiName }) => !info.nameFields.includes(fieldApiName))
        .filter(({ fieldApiName }) => info.fields[fieldApiName] !== undefined)
        .filter(({ fieldApiName }) => fieldApiName !== this.parentField)
        .slice(0, most);
      const names = [...info.nameFields, ...this.columns.map(({ fieldApiName }) => fieldApiName)];
      this.fields = names.map((name) => `${info.apiName}.${name}`);
    } catch (error) {
      this.result = { data: undefined, error };
    }
  }

  async loadColumns(listView: string | undefined): Promise<readonly ListColumn[]> {
    if (listView === undefined) return [];
    return (await loadListInfo(this.childObject, listView)).displayColumns;
  }
}

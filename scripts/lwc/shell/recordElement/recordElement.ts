import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import type { WireResult } from 'local/adapters';
import type { UiRecord } from 'local/records';
import { errorText } from '../../model/errors.ts';
import type { ErrorText } from '../../model/errors.ts';
import type { ObjectInfo } from 'local/uiTypes';
import { pathField } from '../../model/path.ts';

/** What all parts of a record page share: the record with its layout's fields, kept current. */
export default class ShellRecordElement extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  layoutTypes = ['Full', 'Compact'];

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  infoResult: WireResult<ObjectInfo> | undefined;

  @wire(getRecord, {
    recordId: '$recordId',
    layoutTypes: '$layoutTypes',
    optionalFields: '$optionalFields'
  })
  recordResult: WireResult<UiRecord> | undefined;

  get info(): ObjectInfo | undefined {
    return this.infoResult?.data;
  }

  /** Known once the object is: what the page needs though no layout shows it. */
  get optionalFields(): string[] | undefined {
    const { info } = this;
    if (info === undefined) return undefined;
    const names = [...info.nameFields, pathField(info.fields)].filter((name) => name !== undefined);
    return names.map((name) => `${info.apiName}.${name}`);
  }

  get record(): UiRecord | undefined {
    return this.recordResult?.data;
  }

  get error(): ErrorText | undefined {
    const error = this.infoResult?.error ?? this.recordResult?.error;
    return error === undefined ? undefined : errorText(error);
  }

  get isReady(): boolean {
    return this.info !== undefined && this.record !== undefined;
  }

  get isLoading(): boolean {
    return !this.isReady && this.error === undefined;
  }
}

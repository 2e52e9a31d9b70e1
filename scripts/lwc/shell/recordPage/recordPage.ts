import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { WireResult } from 'local/adapters';
import type { PageReference } from 'local/pageReference';
import type { UiRecord } from 'local/records';
import { router } from 'page/router';
import { errorText } from '../../model/errors.ts';
import type { ErrorText } from '../../model/errors.ts';
import { recordUrl } from '../../model/fieldText.ts';
import type { FlexiPage } from '../../model/pages.ts';

/** A record: as its Lightning page arranges it, else highlights, path, details, related lists. */
export default class ShellRecordPage extends LightningElement {
  @api page: PageReference | undefined;
  layoutTypes = ['Full', 'Compact'];
  error: ErrorText | undefined;

  /** Asked for before anything is shown: it tells whether the record exists, and of which kind it is. */
  @wire(getRecord, { recordId: '$recordId', layoutTypes: '$layoutTypes' })
  handleRecord({ data, error }: WireResult<UiRecord>): void {
    this.error = error === undefined ? undefined : errorText(error);
    if (this.error !== undefined) document.title = this.error.heading;
    if (data === undefined) return;
    const name = data.fields.Name?.value;
    document.title = typeof name === 'string' ? name : data.apiName;
    if (this.objectApiName !== data.apiName)
      router.go(recordUrl(data.apiName, data.id), { replace: true });
  }

  get recordId(): string {
    return this.page?.attributes.recordId ?? '';
  }

  get objectApiName(): string {
    return this.page?.attributes.objectApiName ?? '';
  }

  get flexiPage(): FlexiPage | undefined {
    const { flexiPages, recordPages } = globalThis.localOrg.pages;
    return flexiPages[recordPages[this.objectApiName] ?? ''];
  }

  handleRetry(): void {
    globalThis.location.reload();
  }
}

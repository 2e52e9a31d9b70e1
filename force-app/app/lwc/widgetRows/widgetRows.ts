import { LightningElement, api } from 'lwc';
import copied from '@salesforce/label/c.List_Copied';
import copy from '@salesforce/label/c.List_Copy_Offer';
import ends from '@salesforce/label/c.Home_Ends';
import expires from '@salesforce/label/c.Home_Expires';
import acceptedLabel from '@salesforce/label/c.Widget_Accepted';
import { exact, money, relative } from 'c/format';
import { fill } from 'c/text';

/** An offer or a contract, as Apex sends it. */
export interface WidgetRow {
  readonly id: string;
  readonly name?: string;
  readonly cloud?: string;
  readonly status?: string;
  readonly customer?: string;
  readonly listing?: string;
  readonly amount?: number;
  readonly currencyCode?: string;
  readonly due?: string;
  readonly cloudUrl?: string;
}

interface Shown extends WidgetRow {
  readonly title: string;
  readonly value: string;
  readonly when: string;
  readonly exactly: string;
  readonly isCopyable: boolean;
}

/** The offers or contracts of a deal or a customer. */
export default class WidgetRows extends LightningElement {
  @api rows: readonly WidgetRow[] = [];
  /** `offer` or `contract`. */
  @api kind: 'offer' | 'contract' = 'offer';
  labels = { copy };
  message = '';

  get shown(): Shown[] {
    return this.rows.map((row) => ({
      ...row,
      title: titleOf(row, this.kind),
      value: row.amount === undefined ? '' : money(row.amount, row.currencyCode),
      when:
        row.due === undefined
          ? ''
          : `${this.wordOf(row)} ${relative(Date.parse(row.due), Date.now())}`,
      exactly: row.due === undefined ? '' : exact(Date.parse(row.due)),
      isCopyable: row.status === 'Pending Acceptance' && row.cloudUrl !== undefined
    }));
  }

  wordOf({ status }: WidgetRow): string {
    if (this.kind === 'contract') return ends;
    return status === 'Accepted' ? acceptedLabel : expires;
  }

  async copy(event: Event): Promise<void> {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const row = this.rows.find((each) => each.id === id);
    try {
      await navigator.clipboard.writeText(row?.cloudUrl ?? '');
      this.message = fill(copied, row?.name ?? '');
    } catch {
      // Where the clipboard is closed, the address can still be selected and copied.
      this.message = row?.cloudUrl ?? '';
    }
  }
}

/** The name of a contract is an id of the cloud: who bought what says more. */
function titleOf({ name = '', customer, listing }: WidgetRow, kind: string): string {
  const words = [customer, listing].filter(Boolean).join(' · ');
  return kind === 'contract' && words !== '' ? words : name;
}

import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import readFailed from '@salesforce/apex/OutboxController.getFailed';
import retryRequests from '@salesforce/apex/OutboxController.retry';
import attempts from '@salesforce/label/c.Outbox_Attempts';
import empty from '@salesforce/label/c.Outbox_Empty';
import forRecord from '@salesforce/label/c.Outbox_Record';
import hint from '@salesforce/label/c.Outbox_Hint';
import nextAttempt from '@salesforce/label/c.Timeline_Next_Attempt';
import onTheirWay from '@salesforce/label/c.Outbox_On_Their_Way';
import operation from '@salesforce/label/c.Outbox_Operation';
import retrySelected from '@salesforce/label/c.Outbox_Retry_Selected';
import select from '@salesforce/label/c.List_Select_Row';
import selectAll from '@salesforce/label/c.List_Select_All';
import state from '@salesforce/label/c.Home_Column_State';
import title from '@salesforce/label/c.Outbox_Title';
import what from '@salesforce/label/c.Outbox_What';
import { exact, relative } from 'c/format';
import { fill } from 'c/text';

interface Result {
  readonly data?: readonly Apex.OutboxView[];
  readonly error?: unknown;
}

interface Row {
  readonly id: string;
  readonly operation: string;
  readonly status: string;
  readonly message: string;
  readonly recordId: string;
  readonly recordName: string;
  readonly when: string;
  readonly exactly: string;
  readonly remark: string;
  readonly canRetry: boolean;
  readonly isSelected: boolean;
  readonly selectLabel: string;
}

/** What could not be sent to Clazar, or still waits: seen by admins, and sent again with one click. */
export default class OutboxList extends LightningElement {
  labels = {
    empty,
    forRecord,
    hint,
    operation,
    retrySelected,
    selectAll,
    state,
    title,
    what
  };
  result: Result = {};
  selected: ReadonlySet<string> = new Set();
  message = '';
  failure: unknown;
  isBusy = false;

  @wire(readFailed)
  receive(result: Result): void {
    this.result = result;
    this.selected = new Set();
  }

  get error(): unknown {
    return this.failure ?? this.result.error;
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.error === undefined;
  }

  get rows(): Row[] {
    const now = Date.now();
    return (this.result.data ?? []).map((view) => rowOf(view, now, this.selected.has(view.id)));
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  get hasNoSelection(): boolean {
    return this.isBusy || this.selected.size === 0;
  }

  get isAllSelected(): boolean {
    const retryable = this.rows.filter(({ canRetry }) => canRetry);
    return retryable.length > 0 && this.selected.size === retryable.length;
  }

  choose(event: Event): void {
    const box = event.currentTarget as HTMLInputElement;
    const others = [...this.selected].filter((id) => id !== box.dataset.id);
    this.selected = new Set(box.checked ? [...others, box.dataset.id ?? ''] : others);
  }

  chooseAll(event: Event): void {
    const { checked } = event.currentTarget as HTMLInputElement;
    const retryable = this.rows.filter(({ canRetry }) => canRetry).map(({ id }) => id);
    this.selected = new Set(checked ? retryable : []);
  }

  async retry(): Promise<void> {
    this.isBusy = true;
    try {
      const count = await retryRequests({ requestIds: [...this.selected] });
      this.message = fill(onTheirWay, count);
      await this.refresh();
    } catch (error) {
      this.failure = error;
    }
    this.isBusy = false;
  }

  async refresh(): Promise<void> {
    this.failure = undefined;
    await refreshApex(this.result);
  }
}

function rowOf(view: Apex.OutboxView, now: number, isSelected: boolean): Row {
  const created = Date.parse(view.createdAt);
  return {
    id: view.id,
    operation: view.operation,
    status: view.status,
    message: view.message ?? '',
    recordId: view.recordId ?? '',
    recordName: view.recordName ?? view.name,
    when: relative(created, now),
    exactly: exact(created),
    remark: remarkOf(view, now),
    canRetry: view.canRetry,
    isSelected,
    selectLabel: fill(select, view.name)
  };
}

/** Who asked for it, how often it was tried, and when it is tried again. */
function remarkOf(
  { createdBy, attempts: count, nextAttemptAt }: Apex.OutboxView,
  now: number
): string {
  const again = Date.parse(nextAttemptAt ?? '');
  const next = again > now ? fill(nextAttempt, relative(again, now)) : '';
  const tried = (count ?? 0) === 0 ? '' : fill(attempts, count);
  return [createdBy, tried, next].filter(Boolean).join(' · ');
}

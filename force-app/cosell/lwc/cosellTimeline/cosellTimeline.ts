import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import readRequests from '@salesforce/apex/CosellCardController.getRequests';
import readSyncs from '@salesforce/apex/CosellCardController.getSyncs';
import retryRequests from '@salesforce/apex/OutboxController.retry';
import by from '@salesforce/label/c.Timeline_By';
import empty from '@salesforce/label/c.Timeline_Empty';
import nextAttempt from '@salesforce/label/c.Timeline_Next_Attempt';
import retry from '@salesforce/label/c.Try_Again';
import supportId from '@salesforce/label/c.Timeline_Support_Id';
import title from '@salesforce/label/c.Timeline_Title';
import { exact, relative } from 'c/format';
import { fill } from 'c/text';

interface Result {
  readonly data?: readonly Apex.OutboxView[];
  readonly error?: unknown;
}

interface SyncResult {
  readonly data?: readonly Apex.CosellEvent[];
  readonly error?: unknown;
}

interface Entry {
  readonly id: string;
  readonly moment: number;
  readonly operation: string;
  readonly status: string;
  readonly message: string;
  readonly ago: string;
  readonly exactly: string;
  readonly remark: string;
  readonly support: string;
  readonly canRetry: boolean;
  readonly problems: readonly string[];
}

/** What was sent to the cloud for a co-sell opportunity and read from there, the latest first. */
export default class CosellTimeline extends LightningElement {
  @api recordId = '';
  labels = { empty, retry, title };
  result: Result = {};
  syncs: SyncResult = {};
  failure: unknown;

  @wire(readRequests, { cosellOpportunityId: '$recordId' })
  receive(result: Result): void {
    this.result = result;
  }

  @wire(readSyncs, { cosellOpportunityId: '$recordId' })
  receiveSyncs(syncs: SyncResult): void {
    this.syncs = syncs;
  }

  get error(): unknown {
    return this.failure ?? this.result.error ?? this.syncs.error;
  }

  get isLoading(): boolean {
    const isRead = this.result.data !== undefined && this.syncs.data !== undefined;
    return !isRead && this.error === undefined;
  }

  get entries(): Entry[] {
    const now = Date.now();
    const requests = (this.result.data ?? []).map((request) => entryOf(request, now));
    const syncs = (this.syncs.data ?? []).map((event) => syncEntryOf(event, now));
    return [...requests, ...syncs].sort((a, b) => b.moment - a.moment);
  }

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  async retry(event: Event): Promise<void> {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    try {
      await retryRequests({ requestIds: [id] });
      await this.refresh();
    } catch (error) {
      this.failure = error;
    }
  }

  async refresh(): Promise<void> {
    this.failure = undefined;
    await Promise.all([refreshApex(this.result), refreshApex(this.syncs)]);
  }
}

function entryOf(request: Apex.OutboxView, now: number): Entry {
  const moment = Date.parse(request.sentAt ?? request.createdAt);
  const { id, operation, status, canRetry, requestId } = request;
  return {
    id,
    moment,
    operation,
    status,
    canRetry,
    message: request.message ?? '',
    ago: relative(moment, now),
    exactly: exact(moment),
    remark: remarkOf(request, now),
    support: (requestId ?? '') === '' ? '' : fill(supportId, requestId),
    problems: (request.errors ?? []).map(({ message }) => message)
  };
}

function syncEntryOf({ id, label, at, status, message }: Apex.CosellEvent, now: number): Entry {
  const moment = Date.parse(at);
  return {
    id,
    moment,
    operation: label,
    status: status ?? '',
    canRetry: false,
    message: message ?? '',
    ago: relative(moment, now),
    exactly: exact(moment),
    remark: '',
    support: '',
    problems: []
  };
}

/** Who asked for it, and when it is tried again. */
function remarkOf({ createdBy, nextAttemptAt }: Apex.OutboxView, now: number): string {
  const again = Date.parse(nextAttemptAt ?? '');
  const next = again > now ? fill(nextAttempt, relative(again, now)) : '';
  return [fill(by, createdBy ?? ''), next].filter(Boolean).join(' · ');
}

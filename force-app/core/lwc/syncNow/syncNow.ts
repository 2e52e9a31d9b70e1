import { LightningElement, api } from 'lwc';
import readStatus from '@salesforce/apex/SyncController.status';
import startSync from '@salesforce/apex/SyncController.start';
import cancelSync from '@salesforce/apex/SyncController.cancel';
import syncNow from '@salesforce/label/c.Sync_Now';
import cancel from '@salesforce/label/c.Sync_Cancel';
import starting from '@salesforce/label/c.Sync_Starting';
import progress from '@salesforce/label/c.Sync_Progress';
import lastSync from '@salesforce/label/c.Sync_Last';
import never from '@salesforce/label/c.Sync_Never';
import { fill } from 'c/text';
import { after } from 'c/timer';

const POLL_MILLISECONDS = 2000;

interface Run {
  readonly status: string;
  readonly message?: string | null;
  readonly resource?: string | null;
  readonly page?: number | null;
  readonly saved?: number | null;
}

export interface Status {
  isVisible: boolean;
  maySync: boolean;
  isActive: boolean;
  run?: Run;
  lastSuccessAt?: string | null;
}

/**
 * Starts a sync and follows it while it runs.
 *
 * @fires progress each time it has asked while a sync runs
 * @fires synced when a sync that this component has followed ends
 */
export default class SyncNow extends LightningElement {
  status?: Status;
  error: unknown;
  labels = { syncNow, cancel, lastSync, never };
  #stopTimer = (): void => undefined;
  #isConnected = false;

  override connectedCallback(): void {
    this.#isConnected = true;
    this.ask();
  }

  override disconnectedCallback(): void {
    this.#isConnected = false;
    this.#stopTimer();
  }

  get isActive(): boolean {
    return this.status?.isActive === true;
  }

  get maySync(): boolean {
    return this.status?.maySync === true;
  }

  get isVisible(): boolean {
    return this.status?.isVisible === true;
  }

  get lastSuccessAt(): number | undefined {
    const text = this.status?.lastSuccessAt ?? '';
    return text === '' ? undefined : Date.parse(text);
  }

  /** What went wrong with the last run, or what it waits for. */
  get remark(): string {
    const run = this.status?.run;
    return run?.status === 'Completed' ? '' : (run?.message ?? '');
  }

  get progressText(): string {
    const { resource, page, saved } = this.status?.run ?? {};
    const name = (resource ?? '').replaceAll('_', ' ');
    return name === '' ? starting : fill(progress, name, page ?? 1, saved ?? 0);
  }

  start(): Promise<void> {
    return this.follow(() => startSync({ isFull: false }));
  }

  stop(): Promise<void> {
    return this.follow(() => cancelSync());
  }

  /** Asks how the sync stands, and follows it when one runs. */
  @api
  ask(): void {
    this.follow(() => readStatus()).catch((error: unknown) => {
      this.error = error;
    });
  }

  async follow(ask: () => Promise<Status>): Promise<void> {
    this.#stopTimer();
    const wasActive = this.isActive;
    try {
      this.status = await ask();
      this.error = undefined;
    } catch (error) {
      this.error = error;
      return;
    }
    if (this.isActive) this.tellAndAskAgain();
    else if (wasActive) this.dispatchEvent(new CustomEvent('synced'));
  }

  tellAndAskAgain(): void {
    if (!this.#isConnected) return;
    this.dispatchEvent(new CustomEvent('progress'));
    this.#stopTimer = after(POLL_MILLISECONDS, () => {
      this.ask();
    });
  }
}

import { LightningElement } from 'lwc';
import readRuns from '@salesforce/apex/SyncController.runs';
import readIssues from '@salesforce/apex/SyncController.issues';
import readSchedule from '@salesforce/apex/SyncController.schedule';
import setSchedule from '@salesforce/apex/SyncController.setSchedule';
import startSync from '@salesforce/apex/SyncController.start';
import retryIssues from '@salesforce/apex/SyncController.retry';
import retryAllIssues from '@salesforce/apex/SyncController.retryAll';
import title from '@salesforce/label/c.Health_Title';
import runsTitle from '@salesforce/label/c.Health_Runs';
import issuesTitle from '@salesforce/label/c.Health_Issues';
import noRuns from '@salesforce/label/c.Health_No_Runs';
import noIssues from '@salesforce/label/c.Health_No_Issues';
import retrySelected from '@salesforce/label/c.Health_Retry_Selected';
import retryAll from '@salesforce/label/c.Health_Retry_All';
import solved from '@salesforce/label/c.Health_Solved';
import schedule from '@salesforce/label/c.Health_Schedule';
import fullSync from '@salesforce/label/c.Health_Full_Sync';
import loading from '@salesforce/label/c.Loading';
import { fill } from 'c/text';
import { issueColumns, runColumns, scheduleOptions } from './columns';

interface Row {
  readonly id: string;
}

/** Follows a sync that runs. */
interface Follower {
  ask(): void;
}

/** How the sync stands: its latest runs, what it could not save, and how often it runs. */
export default class SyncHealth extends LightningElement {
  labels = {
    title,
    runsTitle,
    issuesTitle,
    noRuns,
    noIssues,
    retrySelected,
    retryAll,
    schedule,
    fullSync,
    loading
  };
  runColumns = runColumns;
  issueColumns = issueColumns;
  scheduleOptions = scheduleOptions;
  runs?: readonly Row[];
  issues: readonly Row[] = [];
  timesPerHour = '0';
  selected: readonly string[] = [];
  error: unknown;
  message = '';

  override connectedCallback(): void {
    this.refresh().catch((error: unknown) => {
      this.error = error;
    });
  }

  get isLoading(): boolean {
    return this.runs === undefined && this.error === undefined;
  }

  get hasRuns(): boolean {
    return (this.runs ?? []).length > 0;
  }

  get hasIssues(): boolean {
    return this.issues.length > 0;
  }

  get hasNoSelection(): boolean {
    return this.selected.length === 0;
  }

  select(event: CustomEvent<{ selectedRows: readonly Row[] }>): void {
    this.selected = event.detail.selectedRows.map((row) => row.id);
  }

  async refresh(): Promise<void> {
    await this.attempt(async () => {
      const [runs, issues, times] = await Promise.all([readRuns(), readIssues(), readSchedule()]);
      this.runs = runs;
      this.issues = issues;
      this.timesPerHour = String(times);
    });
  }

  async changeSchedule(event: CustomEvent<{ value: string }>): Promise<void> {
    const { value } = event.detail;
    await this.attempt(async () => {
      await setSchedule({ timesPerHour: Number(value) });
      this.timesPerHour = value;
    });
  }

  async startFullSync(): Promise<void> {
    await this.attempt(async () => {
      await startSync({ isFull: true });
    });
    this.template?.querySelector<HTMLElement & Follower>('c-sync-now')?.ask();
    await this.refresh();
  }

  /** While a sync runs, its counts change with every page. */
  async follow(): Promise<void> {
    await this.attempt(async () => {
      [this.runs, this.issues] = await Promise.all([readRuns(), readIssues()]);
    });
  }

  retrySelected(): Promise<void> {
    const issueIds = this.selected;
    return this.retry(() => retryIssues({ issueIds }));
  }

  /** Also those that are not shown, as many as fit. */
  retryAll(): Promise<void> {
    return this.retry(() => retryAllIssues());
  }

  async retry(work: () => Promise<number>): Promise<void> {
    await this.attempt(async () => {
      const before = this.issues.length;
      const count = await work();
      this.message = fill(solved, count, Math.max(count, before));
      this.selected = [];
      this.issues = await readIssues();
    });
  }

  async attempt(work: () => Promise<void>): Promise<void> {
    try {
      this.error = undefined;
      await work();
    } catch (error) {
      this.error = error;
    }
  }
}

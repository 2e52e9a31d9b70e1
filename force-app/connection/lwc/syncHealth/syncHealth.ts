import { LightningElement } from 'lwc';
import readRuns from '@salesforce/apex/SyncController.runs';
import readIssues from '@salesforce/apex/SyncController.issues';
import readSchedule from '@salesforce/apex/SyncController.schedule';
import setSchedule from '@salesforce/apex/SyncController.setSchedule';
import startSync from '@salesforce/apex/SyncController.start';
import retryIssues from '@salesforce/apex/SyncController.retry';
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
    await this.refresh();
  }

  retrySelected(): Promise<void> {
    return this.retry(this.selected);
  }

  retryAll(): Promise<void> {
    return this.retry(this.issues.map((issue) => issue.id));
  }

  async retry(issueIds: readonly string[]): Promise<void> {
    await this.attempt(async () => {
      const count = await retryIssues({ issueIds });
      this.message = fill(solved, count, issueIds.length);
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

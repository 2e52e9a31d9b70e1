import { LightningElement } from 'lwc';
import { download } from 'c/download';
import { isAdmin } from 'c/adminAccess';
import { fill } from 'c/text';
import MappingEditor from 'c/mappingEditor';
import MappingHistory from 'c/mappingHistory';
import readColumns from '@salesforce/apex/MappingController.columns';
import saveMapping from '@salesforce/apex/MappingController.save';
import previewMapping from '@salesforce/apex/MappingController.preview';
import findOpportunities from '@salesforce/apex/MappingController.opportunities';
import { labels, filterOptions, subjects } from './texts';
import { complete } from './entries';
import { exported, imported } from './transfer';
import { isShown, toRow } from './rows';
import type { Subject } from './texts';
import type { Column, Entry, Preview, Problem, Row, Scope } from './types';

/** Says which Salesforce field fills which field of a co-sell opportunity or private offer, tries it with a real record, and saves it. */
export default class FieldMapping extends LightningElement {
  labels = labels;
  subjects = subjects;
  filterOptions = filterOptions;
  appliesTo = 'Co-Sell Opportunity';
  cloud = 'AWS';
  search = '';
  filter = 'all';
  columns?: readonly Column[];
  drafts: Readonly<Record<string, Entry>> = {};
  problems: readonly Problem[] = [];
  opportunities: readonly { readonly Id: string; readonly Name: string }[] = [];
  recordId = '';
  preview: Readonly<Record<string, Preview>> = {};
  error: unknown;
  previewError: unknown;
  message = '';
  isSaving = false;

  override connectedCallback(): void {
    if (this.isAdmin) void this.start();
  }

  get isAdmin(): boolean {
    return isAdmin();
  }

  get scope(): Scope {
    return { appliesTo: this.appliesTo, cloud: this.cloud };
  }

  get cloudOptions(): Subject['clouds'] {
    return subjects.find(({ value }) => value === this.appliesTo)?.clouds ?? [];
  }

  get isLoading(): boolean {
    return this.columns === undefined && this.error === undefined;
  }

  get rows(): Row[] {
    const { drafts, problems, preview, recordId } = this;
    return (this.columns ?? [])
      .map((column) =>
        toRow(column, {
          draft: drafts[column.name],
          problems: problems.filter(({ targetField }) => targetField === column.name),
          preview: preview[column.name],
          isTried: recordId !== '' && this.previewError === undefined
        })
      )
      .filter((row) => isShown(row, this.search, this.filter));
  }

  get hasNoRows(): boolean {
    return this.columns !== undefined && this.rows.length === 0;
  }

  get draftCount(): number {
    return Object.keys(this.drafts).length;
  }

  get unsavedText(): string {
    return fill(labels.unsaved, this.draftCount);
  }

  get problemsText(): string {
    const fields = new Set(this.problems.map(({ targetField }) => targetField));
    return fields.size === 0 ? '' : fill(labels.problems, fields.size);
  }

  get opportunityOptions(): { label: string; value: string }[] {
    return this.opportunities.map(({ Id, Name }) => ({ label: Name, value: Id }));
  }

  get isTried(): boolean {
    return this.recordId !== '';
  }

  async start(): Promise<void> {
    await Promise.all([this.load(), this.findRecords()]);
  }

  /** Without opportunities there is nothing to try the mapping with; it can be made all the same. */
  async findRecords(search = ''): Promise<void> {
    try {
      this.opportunities = await findOpportunities({ search });
    } catch (error) {
      this.previewError = error;
    }
  }

  async load(): Promise<void> {
    await this.attempt(async () => {
      this.columns = undefined;
      this.columns = await readColumns({ ...this.scope });
    });
  }

  async changeSubject(event: CustomEvent<{ value: string }>): Promise<void> {
    const appliesTo = event.detail.value;
    const { clouds = [] } = subjects.find(({ value }) => value === appliesTo) ?? {};
    const isKnown = clouds.some(({ value }) => value === this.cloud);
    await this.show({ appliesTo, cloud: isKnown ? this.cloud : (clouds[0]?.value ?? '') });
  }

  async changeCloud(event: CustomEvent<{ value: string }>): Promise<void> {
    await this.show({ ...this.scope, cloud: event.detail.value });
  }

  async show({ appliesTo, cloud }: Scope): Promise<void> {
    this.appliesTo = appliesTo;
    this.cloud = cloud;
    this.forgetDrafts();
    this.message = '';
    this.preview = {};
    await this.load();
    await this.tryOut();
  }

  changeSearch(event: CustomEvent<{ value: string }>): void {
    this.search = event.detail.value;
  }

  changeFilter(event: CustomEvent<{ value: string }>): void {
    this.filter = event.detail.value;
  }

  async searchRecord(event: CustomEvent<{ value: string }>): Promise<void> {
    await this.findRecords(event.detail.value);
  }

  async changeRecord(event: CustomEvent<{ value: string }>): Promise<void> {
    this.recordId = event.detail.value;
    await this.tryOut();
  }

  async edit(event: Event): Promise<void> {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const column = this.columns?.find((candidate) => candidate.name === name);
    if (column === undefined) return;
    const entry = this.drafts[column.name] ?? column.entry;
    const label = fill(labels.edit, column.label);
    const chosen = await MappingEditor.open({ label, size: 'medium', column, entry });
    if (chosen === undefined) return;
    this.message = '';
    this.drafts = { ...this.drafts, [column.name]: chosen as Entry };
    await this.tryOut();
  }

  async save(): Promise<void> {
    this.isSaving = true;
    await this.attempt(async () => {
      const entries = complete(this.drafts);
      this.problems = await saveMapping({ ...this.scope, entries });
      if (this.problems.length > 0) return;
      this.forgetDrafts();
      this.message = labels.saved;
      await this.load();
    });
    this.isSaving = false;
  }

  async discard(): Promise<void> {
    this.forgetDrafts();
    await this.tryOut();
  }

  get fileScope(): string {
    return [this.appliesTo, this.cloud].join('-').toLowerCase().replaceAll(' ', '-');
  }

  exportFile(): void {
    download({
      fileName: `clazar-mapping-${this.fileScope}.json`,
      type: 'application/json',
      text: exported(this.scope, this.columns ?? [])
    });
  }

  async importFile(event: Event): Promise<void> {
    const [file] = (event.target as HTMLInputElement & { files: FileList | null }).files ?? [];
    if (file === undefined) return;
    const { entries, problem } = imported(this.scope, await file.text());
    if (problem === undefined) {
      this.message = fill(labels.imported, entries.length);
      const read = entries.map((entry) => [entry.targetField, entry] as const);
      this.drafts = { ...this.drafts, ...Object.fromEntries(read) };
      await this.tryOut();
    } else this.message = fill(labels.badFile, problem);
  }

  async showHistory(): Promise<void> {
    await MappingHistory.open({
      label: labels.history,
      size: 'large',
      scope: this.scope,
      columns: this.columns ?? []
    });
  }

  async tryOut(): Promise<void> {
    if (this.recordId === '') return;
    this.previewError = undefined;
    try {
      const entries = complete(this.drafts);
      const { scope, recordId } = this;
      const values = await previewMapping({ ...scope, recordId, entries });
      this.preview = Object.fromEntries(values.map((value) => [value.targetField, value]));
    } catch (error) {
      this.previewError = error;
      this.preview = {};
    }
  }

  forgetDrafts(): void {
    this.drafts = {};
    this.problems = [];
  }

  async attempt(work: () => Promise<void>): Promise<void> {
    this.error = undefined;
    try {
      await work();
    } catch (error) {
      this.error = error;
    }
  }
}

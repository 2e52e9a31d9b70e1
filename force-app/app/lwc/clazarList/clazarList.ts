import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import readPage from '@salesforce/apex/ListController.page';
import countRows from '@salesforce/apex/ListController.count';
import { download } from 'c/download';
import { number } from 'c/format';
import { listState, recordPage } from 'c/pages';
import type { ListName } from 'c/pages';
import { fill, textOf } from 'c/text';
import { after } from 'c/timer';
import type { RowAction, TableColumn, TableRow } from 'c/windowedTable';
import { acceptInvitations, invitationsOf } from './bulk';
import { csvOf, everyRow } from './csv';
import { labels } from './labels';
import { LISTS } from './lists';
import type { ListPlan } from './lists';
import type { Page } from './page';
import { readState, saveState } from './savedState';
import type { SavedState } from './savedState';

interface Resettable {
  toTop(): void;
}

const PAGE = 50;
const EXPORT_PAGE = 1000;
const TYPING_PAUSE = 250;

/** A list of the app: found, filtered and sorted in Salesforce, read page by page as one scrolls. */
export default class ClazarList extends NavigationMixin(LightningElement) {
  labels = labels;
  name: ListName = 'offers';
  state: SavedState = {};
  rows: readonly TableRow[] = [];
  selectedIds: readonly string[] = [];
  total: number | undefined;
  isLoading = true;
  isForbidden = false;
  message = '';
  error: unknown;
  #next: string | undefined;
  #question = 0;
  #stopTyping: () => void = () => undefined;
  #isConnected = false;

  /** Which list: `cosell`, `offers`, `contracts`, `buyers` or `listings`. */
  @api
  get listName(): string {
    return this.name;
  }

  set listName(value: string) {
    this.name = value in LISTS ? (value as ListName) : 'offers';
  }

  /** An address that names a view or a filter counts more than how the list was left. */
  @wire(CurrentPageReference)
  receivePage(page: { state?: Record<string, string | undefined> } | undefined): void {
    const asked = listState(page?.state ?? {});
    if (Object.keys(asked).length === 0) return;
    this.state = { ...this.sorting, ...asked };
    if (this.#isConnected) this.read();
  }

  override connectedCallback(): void {
    this.#isConnected = true;
    if (Object.keys(this.state).length === 0) this.state = readState(this.name);
    this.read();
  }

  override disconnectedCallback(): void {
    this.#isConnected = false;
    this.#stopTyping();
  }

  get plan(): ListPlan {
    return LISTS[this.name];
  }

  get columns(): readonly TableColumn[] {
    return this.plan.columnsByView?.[this.view] ?? this.plan.columns;
  }

  get sorting(): SavedState {
    return { sortBy: this.sortBy, isDescending: this.isDescending };
  }

  get view(): string {
    return this.state.view ?? this.plan.view;
  }

  get cloud(): string {
    return this.state.cloud ?? '';
  }

  get status(): string {
    return this.state.status ?? '';
  }

  get search(): string {
    return this.state.search ?? '';
  }

  get sortBy(): string {
    return this.state.sortBy ?? this.plan.sortBy;
  }

  get isDescending(): boolean {
    return this.state.isDescending ?? this.plan.isDescending;
  }

  get clouds(): { label: string; value: string }[] {
    return [
      { label: labels.anyCloud, value: '' },
      { label: 'AWS', value: 'AWS' },
      { label: 'Azure', value: 'Azure' },
      { label: 'Google Cloud', value: 'GCP' }
    ];
  }

  get statuses(): { label: string; value: string }[] {
    const own = this.plan.statuses.map((value) => ({ label: value, value }));
    return [{ label: labels.anyState, value: '' }, ...own];
  }

  get stageText(): string {
    return this.state.stage ?? '';
  }

  get isFiltered(): boolean {
    const { view, cloud, status, stageText, search } = this;
    return (
      view !== this.plan.view || [cloud, status, stageText, search].some((each) => each !== '')
    );
  }

  get isFirstLoad(): boolean {
    return this.isLoading && this.rows.length === 0 && this.error === undefined;
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.rows.length === 0;
  }

  get isShown(): boolean {
    return this.rows.length > 0;
  }

  get countText(): string {
    if (this.total === undefined || this.isForbidden) return '';
    return fill(labels.shownOf, number(this.total));
  }

  get selectedCount(): string {
    const { length } = this.selectedIds;
    return length === 0 ? '' : fill(labels.selectedText, number(length));
  }

  /** Offered only while every chosen row is an invitation that can be answered. */
  get acceptText(): string {
    const { length } = invitationsOf(this.rows, this.selectedIds);
    const isWhole = length > 0 && length === this.selectedIds.length;
    return isWhole && this.name === 'cosell' ? fill(labels.acceptLabel, length) : '';
  }

  get actionsOf(): (row: TableRow) => readonly RowAction[] {
    return (row) => {
      if (this.name === 'cosell' && row.status === 'Invited')
        return [{ name: 'open', label: labels.answer }];
      const isWaiting = this.name === 'offers' && row.status === 'Pending Acceptance';
      return isWaiting && row.cloudUrl !== undefined
        ? [{ name: 'copy', label: labels.copyOffer }]
        : [];
    };
  }

  read(): void {
    this.#next = undefined;
    this.#question += 1;
    this.selectedIds = [];
    this.total = undefined;
    this.toTop();
    void this.readNext();
    void this.count();
  }

  toTop(): void {
    const table: Partial<Resettable> | null | undefined = this.template?.querySelector<
      HTMLElement & Partial<Resettable>
    >('c-windowed-table');
    table?.toTop?.();
  }

  async readNext(): Promise<void> {
    const question = this.#question;
    const isFirst = this.#next === undefined;
    this.isLoading = true;
    try {
      const page = await this.ask(this.#next, PAGE);
      if (question !== this.#question) return;
      this.error = undefined;
      this.isForbidden = !page.isVisible;
      this.rows = isFirst ? page.rows : [...this.rows, ...page.rows];
      this.#next = page.next ?? undefined;
    } catch (error) {
      if (question === this.#question) this.error = error;
    }
    if (question === this.#question) this.isLoading = false;
  }

  /** The number of rows is nice to have: without it the list works. */
  async count(): Promise<void> {
    const question = this.#question;
    try {
      const total = await countRows({ request: this.request() });
      if (question === this.#question) this.total = total;
    } catch {
      this.total = undefined;
    }
  }

  ask(from: string | undefined, pageSize: number): Promise<Page> {
    const request = { ...this.request(), after: from ?? '', pageSize };
    return readPage<Page>({ request });
  }

  request(): Apex.ListRequest {
    const { name, view, cloud, status, search, sortBy, isDescending } = this;
    const filters = { cloud, status };
    return {
      listName: name,
      view,
      search,
      filters: name === 'cosell' ? { ...filters, stage: this.stageText } : filters,
      sortBy,
      isDescending,
      after: '',
      pageSize: PAGE
    };
  }

  change(change: SavedState): void {
    this.state = { ...this.state, ...change };
    saveState(this.name, this.state);
    this.read();
  }

  changeView(event: CustomEvent<{ value: string }>): void {
    this.change({ view: event.detail.value });
  }

  changeCloud(event: CustomEvent<{ value: string }>): void {
    this.change({ cloud: event.detail.value });
  }

  changeStatus(event: CustomEvent<{ value: string }>): void {
    this.change({ status: event.detail.value });
  }

  changeSearch(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.#stopTyping();
    this.#stopTyping = after(TYPING_PAUSE, () => {
      if (value.trim() !== this.search) this.change({ search: value.trim() });
    });
  }

  changeSort(event: CustomEvent<{ column: string }>): void {
    const { column } = event.detail;
    const isSame = column === this.sortBy;
    this.change({ sortBy: column, isDescending: isSame && !this.isDescending });
  }

  clearFilters(): void {
    this.change({ view: this.plan.view, cloud: '', status: '', stage: '', search: '' });
  }

  readMore(): void {
    if (this.#next !== undefined && !this.isLoading) void this.readNext();
  }

  select(event: CustomEvent<{ ids: readonly string[] }>): void {
    this.selectedIds = event.detail.ids;
  }

  deselect(): void {
    this.selectedIds = [];
  }

  open(event: CustomEvent<{ recordId: string }>): void {
    this[NavigationMixin.Navigate](recordPage(event.detail.recordId));
  }

  async act(event: CustomEvent<{ id: string; name: string }>): Promise<void> {
    const { id, name } = event.detail;
    if (name === 'open') this[NavigationMixin.Navigate](recordPage(id));
    else await this.copy(this.rows.find((row) => row.id === id));
  }

  async copy(row: TableRow | undefined): Promise<void> {
    try {
      await navigator.clipboard.writeText(textOf(row?.cloudUrl));
      this.message = fill(labels.copied, textOf(row?.name));
    } catch (error) {
      this.error = error;
    }
  }

  async acceptSelected(): Promise<void> {
    const chosen = invitationsOf(this.rows, this.selectedIds);
    const message = await acceptInvitations(chosen, (text) => {
      this.message = text;
    });
    if (message === '') return;
    this.read();
    this.message = message;
  }

  exportSelected(): void {
    const chosen = new Set(this.selectedIds);
    this.save(this.rows.filter(({ id }) => chosen.has(id)));
  }

  /** Every row of the list as it is filtered, not only those that were scrolled to. */
  async exportAll(): Promise<void> {
    try {
      const rows = await everyRow((from) => this.ask(from, EXPORT_PAGE));
      this.save(rows);
    } catch (error) {
      this.error = error;
    }
  }

  save(rows: readonly TableRow[]): void {
    const text = csvOf(this.columns, rows);
    download({ fileName: `clazar-${this.name}.csv`, type: 'text/csv', text });
    this.message = '';
  }
}

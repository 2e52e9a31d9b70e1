import { LightningElement, api } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { errorText } from '../../model/errors.ts';
import type { ErrorText } from '../../model/errors.ts';
import type { PageReference } from 'local/pageReference';
import type { UiRecord } from 'local/records';
import { router } from 'page/router';
import {
  loadListInfo,
  loadListRecords,
  loadListViews,
  loadObjectInfo
} from '../../model/metadata.ts';
import type { ListInfo, ListReference, ObjectInfo } from 'local/uiTypes';
import { objectIcon } from '../../model/icons.ts';

const pageSize = 50;

interface ViewLink extends ListReference {
  readonly url: string;
  readonly current: 'page' | undefined;
}

/** A list view of an object: sortable, loading more as one scrolls. */
export default class ShellListPage extends LightningElement {
  @api page: PageReference | undefined;
  info: ObjectInfo | undefined;
  list: ListInfo | undefined;
  views: readonly ListReference[] = [];
  listView = '';
  records: readonly UiRecord[] = [];
  nextPageToken: string | undefined;
  sortBy = '';
  isLoading = true;
  error: ErrorText | undefined;
  #handler: string | undefined;
  #observer: IntersectionObserver | undefined;
  #request = 0;

  get objectApiName(): string {
    return this.page?.attributes.objectApiName ?? '';
  }

  get iconName(): string {
    return objectIcon(this.objectApiName);
  }

  get objectLabel(): string {
    return this.info?.labelPlural ?? '';
  }

  get heading(): string {
    return this.list?.label ?? '';
  }

  get summary(): string {
    const count = `${this.records.length}${this.hasMore ? '+' : ''}`;
    const items = `${count} ${this.records.length === 1 ? 'item' : 'items'}`;
    const column = this.list?.displayColumns.find(
      ({ fieldApiName }) => fieldApiName === this.sortBy.replace(/^-/, '')
    );
    return column === undefined ? items : `${items} · Sorted by ${column.label}`;
  }

  get viewLinks(): ViewLink[] {
    return this.views.map((view) => ({
      ...view,
      url: `/lightning/o/${this.objectApiName}/list?filterName=${view.apiName}`,
      current: view.apiName === this.listView ? 'page' : undefined
    }));
  }

  get hasMore(): boolean {
    return this.nextPageToken !== undefined;
  }

  get isFirstLoad(): boolean {
    return this.isLoading && this.list === undefined;
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.error === undefined && this.records.length === 0;
  }

  get emptyHeading(): string {
    return `No ${this.objectLabel.toLowerCase()} in this list`;
  }

  get hasFailed(): boolean {
    return this.error !== undefined && this.list === undefined;
  }

  get tableLabel(): string {
    return `${this.objectLabel}: ${this.heading}`;
  }

  get scrollLabel(): string {
    return `${this.tableLabel}, scrollable`;
  }

  override connectedCallback(): void {
    this.#handler = registerRefreshHandler(this, () => this.reload());
    void this.start();
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    if (this.#handler !== undefined) unregisterRefreshHandler(this.#handler);
  }

  /** More is loaded when the end of the list comes near. */
  override renderedCallback(): void {
    this.#observer?.disconnect();
    const end = this.refs?.end;
    if (end === undefined) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.loadMore();
      },
      { root: this.refs?.scroller ?? null, rootMargin: '400px' }
    );
    this.#observer.observe(end);
  }

  async start(): Promise<void> {
    this.isLoading = true;
    this.error = undefined;
    try {
      const [info, views] = await Promise.all([
        loadObjectInfo(this.objectApiName),
        loadListViews(this.objectApiName)
      ]);
      if (info.apiName !== this.objectApiName) {
        router.go(`/lightning/o/${info.apiName}/list${globalThis.location.search}`, {
          replace: true
        });
        return;
      }
      this.info = info;
      this.views = views;
      this.listView = this.page?.state.filterName ?? firstView(views);
      this.list = await loadListInfo(this.objectApiName, this.listView);
      this.sortBy = initialSort(this.list);
      document.title = `${this.list.label} | ${info.labelPlural}`;
    } catch (error) {
      this.error = errorText(error);
      document.title = this.error.heading;
    }
    await this.reload();
  }

  async reload(): Promise<void> {
    if (this.list === undefined) return;
    this.#request += 1;
    await this.load(this.#request, undefined);
  }

  async loadMore(): Promise<void> {
    const token = this.nextPageToken;
    if (token !== undefined && !this.isLoading) await this.load(this.#request, token);
  }

  async load(request: number, pageToken: string | undefined): Promise<void> {
    this.isLoading = true;
    this.error = undefined;
    try {
      const { objectApiName, listView, sortBy } = this;
      const page = await loadListRecords({
        objectApiName,
        listView,
        pageSize,
        pageToken,
        sortBy: sortBy === '' ? undefined : sortBy
      });
      if (request !== this.#request) return;
      this.records = pageToken === undefined ? page.records : [...this.records, ...page.records];
      this.nextPageToken = page.nextPageToken ?? undefined;
    } catch (error) {
      this.error = errorText(error);
    }
    this.isLoading = false;
  }

  handleSort(event: CustomEvent<string>): void {
    this.sortBy = event.detail;
    void this.reload();
  }

  handleRefresh(): void {
    void this.reload();
  }

  handleMore(): void {
    void this.loadMore();
  }

  handleRetry(): void {
    void this.start();
  }
}

/** All records, where there is such a list. */
function firstView(views: readonly ListReference[]): string {
  const all = views.find(({ apiName }) => /^All/.test(apiName));
  return (all ?? views[0])?.apiName ?? '__Recent';
}

/** A list that names no order is sorted by its first column. */
function initialSort({ orderedByInfo = [], displayColumns }: ListInfo): string {
  const [order] = orderedByInfo;
  if (order === undefined)
    return displayColumns.find(({ sortable }) => sortable)?.fieldApiName ?? '';
  return order.isAscending ? order.fieldApiName : `-${order.fieldApiName}`;
}

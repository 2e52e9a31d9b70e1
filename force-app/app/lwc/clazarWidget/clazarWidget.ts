import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import readCard from '@salesforce/apex/CosellCardController.getCard';
import readWidget from '@salesforce/apex/WidgetController.read';
import CosellFormModal from 'c/cosellFormModal';
import OfferFormModal from 'c/offerFormModal';
import { relative } from 'c/format';
import { tabPage } from 'c/pages';
import type { Tab } from 'c/tabBar';
import { fill } from 'c/text';
import type { WidgetRow } from 'c/widgetRows';
import { labels } from './labels';

interface Result<T> {
  readonly data?: T;
  readonly error?: unknown;
}

interface Widget {
  readonly isLinked: boolean;
  readonly seesCosell: boolean;
  readonly seesOffers: boolean;
  readonly seesContracts: boolean;
  readonly mayCreateOffers: boolean;
  readonly syncedAt?: string | null;
  readonly offers: readonly WidgetRow[];
  readonly contracts: readonly WidgetRow[];
}

interface Start {
  readonly cloud: string;
  readonly heading: string;
  readonly text: string;
  readonly isAllowed: boolean;
  readonly doLabel: string;
}

const STALE_AFTER = 24 * 3_600_000;

/** Clazar on an Opportunity or an Account: co-sell, private offers and contracts, and the one next step. */
export default class ClazarWidget extends NavigationMixin(LightningElement) {
  @api recordId = '';
  @api objectApiName = '';
  labels = labels;
  widgetResult: Result<Widget> = {};
  cardResult: Result<Apex.CosellCard> = {};
  tab = 'cosell';

  @wire(readWidget, { recordId: '$recordId' })
  receiveWidget(result: Result<Widget>): void {
    this.widgetResult = result;
  }

  @wire(readCard, { recordId: '$recordId' })
  receiveCard(result: Result<Apex.CosellCard>): void {
    this.cardResult = result;
  }

  get widget(): Widget | undefined {
    return this.widgetResult.data;
  }

  get card(): Apex.CosellCard | undefined {
    return this.cardResult.data;
  }

  get error(): unknown {
    return this.widgetResult.error;
  }

  /** Someone who may not see co-sell still sees offers and contracts. */
  get cosellError(): unknown {
    return this.seesCosell ? this.cardResult.error : undefined;
  }

  get isLoading(): boolean {
    return this.widget === undefined && this.error === undefined;
  }

  get seesCosell(): boolean {
    return this.widget?.seesCosell === true;
  }

  get isForbidden(): boolean {
    const { widget } = this;
    return (
      widget !== undefined && !widget.seesCosell && !widget.seesOffers && !widget.seesContracts
    );
  }

  get isReadOnly(): boolean {
    return this.widget?.isLinked !== true;
  }

  get isOpportunity(): boolean {
    return this.objectApiName === 'Opportunity';
  }

  get opportunityId(): string | undefined {
    return this.isOpportunity ? this.recordId : undefined;
  }

  get records(): readonly Apex.CosellView[] {
    return this.card?.records ?? [];
  }

  get creating(): readonly Apex.OutboxView[] {
    return this.card?.creating ?? [];
  }

  get hasCosell(): boolean {
    return this.records.length > 0 || this.creating.length > 0;
  }

  get offers(): readonly WidgetRow[] {
    return this.widget?.offers ?? [];
  }

  get contracts(): readonly WidgetRow[] {
    return this.widget?.contracts ?? [];
  }

  /** Only what the user may see. */
  get tabs(): Tab[] {
    const { widget } = this;
    const all = [
      [widget?.seesCosell, 'cosell', counted(labels.cosell, this.records.length)],
      [widget?.seesOffers, 'offers', counted(labels.offers, this.offers.length)],
      [widget?.seesContracts, 'contracts', counted(labels.contracts, this.contracts.length)],
      [true, 'insights', labels.insights]
    ] as const;
    return all.filter(([sees]) => sees === true).map(([, value, label]) => ({ value, label }));
  }

  get chosenTab(): string {
    const isThere = this.tabs.some(({ value }) => value === this.tab);
    return isThere ? this.tab : (this.tabs[0]?.value ?? '');
  }

  get panelLabel(): string {
    return this.tabs.find(({ value }) => value === this.chosenTab)?.label ?? '';
  }

  get isCosell(): boolean {
    return this.chosenTab === 'cosell';
  }

  get isOffers(): boolean {
    return this.chosenTab === 'offers';
  }

  get isContracts(): boolean {
    return this.chosenTab === 'contracts';
  }

  get needsYou(): boolean {
    const steps = new Set(['answer', 'correct', 'retry']);
    return this.records.some(({ nextStep }) => steps.has(nextStep));
  }

  get isStale(): boolean {
    const { syncedAt } = this.widget ?? {};
    return this.widget !== undefined && (syncedAt ?? '') !== ''
      ? Date.now() - Date.parse(syncedAt ?? '') > STALE_AFTER
      : this.widget !== undefined;
  }

  get syncedText(): string {
    const { syncedAt } = this.widget ?? {};
    return (syncedAt ?? '') === ''
      ? labels.neverSynced
      : fill(labels.synced, relative(Date.parse(syncedAt ?? ''), Date.now()));
  }

  get staleText(): string {
    return fill(labels.stale, this.syncedText);
  }

  /** A cloud whose open co-sell stands above needs no words on why there is no second one. */
  get starts(): Start[] {
    const open = new Set(this.records.filter(({ isOpen }) => isOpen).map(({ cloud }) => cloud));
    const starts = (this.card?.starts ?? []).filter(({ cloud }) => !open.has(cloud));
    return starts.map(({ cloud, isAllowed, reason }) => ({
      cloud,
      heading: fill(labels.cosellWith, cloud),
      text: isAllowed ? (cloud === 'AWS' ? labels.whyAws : labels.whyAzure) : (reason ?? ''),
      isAllowed: isAllowed && !this.isReadOnly,
      doLabel: fill(labels.create, cloud)
    }));
  }

  get canCreateOffer(): boolean {
    return this.widget?.mayCreateOffers === true && !this.isReadOnly;
  }

  get hasOffers(): boolean {
    return this.offers.length > 0;
  }

  get hasContracts(): boolean {
    return this.contracts.length > 0;
  }

  chooseTab(event: CustomEvent<{ value: string }>): void {
    this.tab = event.detail.value;
  }

  openProfile(): void {
    this[NavigationMixin.Navigate](tabPage('Clazar_Profile'));
  }

  async createCosell(event: Event): Promise<void> {
    const { cloud = 'AWS' } = (event.currentTarget as HTMLElement).dataset;
    const heading = fill(labels.create, cloud);
    const answer = await CosellFormModal.open({
      label: heading,
      size: 'medium',
      heading,
      action: 'create',
      cloud,
      recordId: this.recordId
    });
    await this.finish(answer as Partial<Apex.CosellAnswer> | undefined);
  }

  async createOffer(): Promise<void> {
    const answer = await OfferFormModal.open({
      label: labels.createOffer,
      size: 'medium',
      recordId: this.recordId
    });
    await this.finish(answer as { message?: string } | undefined);
  }

  async finish(answer: { readonly message?: string | null } | undefined): Promise<void> {
    if (answer === undefined) return;
    const title = answer.message ?? labels.done;
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    await this.refresh();
  }

  async refresh(): Promise<void> {
    await Promise.all([refreshApex(this.widgetResult), refreshApex(this.cardResult)]);
  }
}

function counted(label: string, count: number): string {
  return count === 0 ? label : `${label} (${String(count)})`;
}

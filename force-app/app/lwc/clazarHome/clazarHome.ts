import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import readCosell from '@salesforce/apex/CosellOverviewController.overview';
import readHome from '@salesforce/apex/HomeController.home';
import noAccess from '@salesforce/label/c.Home_No_Access';
import loading from '@salesforce/label/c.Loading';
import type { Booking } from 'c/homeBookings';
import type { Event } from 'c/homeEvents';
import type { Stage } from 'c/cosellPipeline';
import type { CosellFigures, Figures } from 'c/homeFigures';
import type { Step } from 'c/homeSteps';
import type { Counts } from 'c/homeSync';

interface Home extends Figures {
  readonly isVisible: boolean;
  readonly counts: Counts;
  readonly bookings: readonly Booking[];
  readonly steps: readonly Step[];
  readonly events: readonly Event[];
}

/** Co-sell, for someone who may see it. */
interface Cosell extends CosellFigures {
  readonly stages: readonly Stage[];
  readonly states: Readonly<Record<string, number>>;
  readonly steps: readonly Omit<Step, 'kind'>[];
}

interface Result<T> {
  readonly data?: T;
  readonly error?: unknown;
}

interface Refreshable {
  refresh(): Promise<void>;
}

/** Where a rep starts the day: what needs attention, how business goes, and what happened last. */
export default class ClazarHome extends LightningElement {
  labels = { noAccess, loading };
  result: Result<Home> = {};
  cosellResult: Result<Cosell> = {};

  @wire(readHome)
  receive(result: Result<Home>): void {
    this.result = result;
  }

  @wire(readCosell)
  receiveCosell(result: Result<Cosell>): void {
    this.cosellResult = result;
  }

  get home(): Home | undefined {
    return this.result.data;
  }

  get error(): unknown {
    return this.result.error ?? this.cosellResult.error;
  }

  get isLoading(): boolean {
    return this.error === undefined && (this.home === undefined || this.cosell === undefined);
  }

  get cosell(): Cosell | undefined {
    return this.cosellResult.data;
  }

  get seesCosell(): boolean {
    return this.cosell?.isVisible === true;
  }

  get cosellCount(): number | undefined {
    if (!this.seesCosell) return undefined;
    return Object.values(this.cosell?.states ?? {}).reduce((sum, each) => sum + each, 0);
  }

  get steps(): Step[] {
    const cosell = this.cosell?.steps ?? [];
    return [
      ...(this.home?.steps ?? []),
      ...cosell.map((step) => ({ ...step, kind: 'cosell' as const }))
    ];
  }

  get isForbidden(): boolean {
    return this.result.data?.isVisible === false;
  }

  async refresh(): Promise<void> {
    const overview = this.template?.querySelector<HTMLElement & Partial<Refreshable>>(
      'c-offer-overview'
    );
    await Promise.all([
      refreshApex(this.result),
      refreshApex(this.cosellResult),
      overview?.refresh?.()
    ]);
  }
}

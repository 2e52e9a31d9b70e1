import { LightningElement, api } from 'lwc';
import accepted from '@salesforce/label/c.Insights_Accepted';
import advice from '@salesforce/label/c.Cosell_Advice';
import empty from '@salesforce/label/c.Insights_Empty';
import nextEnd from '@salesforce/label/c.Insights_Next_End';
import openOffers from '@salesforce/label/c.Insights_Open_Offers';
import running from '@salesforce/label/c.Insights_Running';
import score from '@salesforce/label/c.Cosell_Score';
import { day, money, relative } from 'c/format';
import type { WidgetRow } from 'c/widgetRows';

interface Insight {
  readonly label: string;
  readonly text: string;
}

const OPEN = new Set(['Draft', 'Publishing', 'Pending Acceptance']);

/** What offers, contracts and co-sell of a deal or a customer come to. */
export default class WidgetInsights extends LightningElement {
  @api offers: readonly WidgetRow[] = [];
  @api contracts: readonly WidgetRow[] = [];
  @api records: readonly Apex.CosellView[] = [];
  labels = { empty };

  get insights(): Insight[] {
    const isActive = ({ status }: WidgetRow): boolean => status === 'Active';
    const active = this.contracts.filter(isActive);
    return [
      { label: accepted, text: sumOf(this.offers.filter(({ status }) => status === 'Accepted')) },
      { label: openOffers, text: sumOf(this.offers.filter(({ status = '' }) => OPEN.has(status))) },
      { label: running, text: sumOf(active) },
      { label: nextEnd, text: nextEndOf(active) },
      { label: score, text: wordsOf(this.records.map(({ engagementScore }) => engagementScore)) },
      { label: advice, text: wordsOf(this.records.map(({ nextBestActions }) => nextBestActions)) }
    ].filter(({ text }) => text !== '');
  }

  get isEmpty(): boolean {
    return this.insights.length === 0;
  }
}

/** How many, and what they are worth; currencies are never added up. */
function sumOf(rows: readonly WidgetRow[]): string {
  if (rows.length === 0) return '';
  const sums = new Map<string, number>();
  for (const { amount, currencyCode = '' } of rows) {
    if (amount !== undefined) sums.set(currencyCode, (sums.get(currencyCode) ?? 0) + amount);
  }
  const amounts = [...sums].map(([code, amount]) => money(amount, code)).join(' + ');
  return [String(rows.length), amounts].filter(Boolean).join(' · ');
}

function nextEndOf(contracts: readonly WidgetRow[]): string {
  const [first] = contracts.flatMap(({ due }) => (due === undefined ? [] : [due])).sort();
  return first === undefined ? '' : `${day(first)} · ${relative(Date.parse(first), Date.now())}`;
}

function wordsOf(texts: readonly (string | null | undefined)[]): string {
  return texts.filter(Boolean).join(' · ');
}

import type { FieldValue, StoredRow } from '../store/types.ts';
import { publishVersion } from './content.ts';
import type { DmlContext } from './ports.ts';
import type { WorkRecord } from './work.ts';

type Derivation = (context: DmlContext, record: WorkRecord) => void;

/** What standard objects work out for themselves when a record is saved. */
const derivations: Readonly<Record<string, readonly Derivation[]>> = {
  Case: [closedBy('CaseStatus', 'Status')],
  ContentVersion: [publishVersion],
  Event: [activityDates],
  Opportunity: [opportunityStage, expectedRevenue, fiscalPeriod],
  OpportunityLineItem: [lineItemProduct, lineItemTotal],
  QuoteLineItem: [lineItemTotal],
  Task: [closedBy('TaskStatus', 'Status')]
};

/** Fills the fields of a standard record that follow from others; nothing for custom objects. */
export function deriveFields(context: DmlContext, record: WorkRecord): void {
  for (const derivation of derivations[record.object] ?? []) derivation(context, record);
}

function set(record: WorkRecord, name: string, value: FieldValue): void {
  if (record.plan.has(name)) record.values[name] = value;
}

function changed({ values, old }: WorkRecord, name: string): boolean {
  return (values[name] ?? null) !== (old?.[name] ?? null);
}

/** Stage gives probability, forecast category, closed and won; a probability that is set by hand stays. */
function opportunityStage(context: DmlContext, record: WorkRecord): void {
  if (!changed(record, 'StageName')) return;
  const stage = listed(context, 'OpportunityStage', record.values['StageName'] ?? null);
  if (stage === undefined) return;
  for (const name of stageFields) set(record, name, stage[name] ?? null);
  if (!isGiven(record, 'Probability')) {
    set(record, 'Probability', stage['DefaultProbability'] ?? null);
  }
}

const stageFields = ['IsClosed', 'IsWon', 'ForecastCategory', 'ForecastCategoryName'];

function isGiven(record: WorkRecord, name: string): boolean {
  const value = record.values[name] ?? null;
  return value !== null && changed(record, name);
}

function listed(context: DmlContext, object: string, label: FieldValue): StoredRow | undefined {
  if (label === null || context.plans.get(object) === undefined) return undefined;
  return context.store.find(object, 'MasterLabel', [label])[0];
}

function expectedRevenue(_context: DmlContext, record: WorkRecord): void {
  const { Amount: amount, Probability: probability } = record.values;
  if (typeof amount !== 'number' || typeof probability !== 'number') return;
  set(record, 'ExpectedRevenue', Math.round(amount * probability) / 100);
}

/** Fiscal years start in January. */
function fiscalPeriod(_context: DmlContext, record: WorkRecord): void {
  const closeDate = record.values['CloseDate'];
  if (typeof closeDate !== 'string') return;
  const year = Number(closeDate.slice(0, 4));
  const quarter = Math.ceil(Number(closeDate.slice(5, 7)) / 3);
  set(record, 'FiscalYear', year);
  set(record, 'FiscalQuarter', quarter);
  set(record, 'Fiscal', `${year} ${quarter}`);
}

function closedBy(object: string, field: string): Derivation {
  return (context, record) => {
    if (!changed(record, field)) return;
    const status = listed(context, object, record.values[field] ?? null);
    set(record, 'IsClosed', status?.['IsClosed'] ?? false);
  };
}

function activityDates(_context: DmlContext, record: WorkRecord): void {
  const start = record.values['StartDateTime'] ?? record.values['ActivityDateTime'];
  const minutes = record.values['DurationInMinutes'];
  if (typeof start !== 'string') return;
  set(record, 'ActivityDateTime', start);
  set(record, 'StartDateTime', start);
  set(record, 'ActivityDate', start.slice(0, 10));
  if (typeof minutes === 'number') {
    set(record, 'EndDateTime', new Date(Date.parse(start) + minutes * 60_000).toISOString());
  }
}

function lineItemProduct(context: DmlContext, record: WorkRecord): void {
  const entryId = record.values['PricebookEntryId'];
  if (typeof entryId !== 'string' || !changed(record, 'PricebookEntryId')) return;
  const [entry] = context.store.get('PricebookEntry', [entryId]);
  set(record, 'Product2Id', entry?.['Product2Id'] ?? null);
}

/** Quantity × price less discount; a line item given only a total gets its price from it. */
function lineItemTotal(_context: DmlContext, record: WorkRecord): void {
  const { Quantity: quantity, UnitPrice: price, TotalPrice: total } = record.values;
  if (typeof quantity !== 'number') return;
  const discount = Number(record.values['Discount'] ?? 0);
  if (typeof price === 'number') {
    set(record, 'TotalPrice', Number((quantity * price * (1 - discount / 100)).toFixed(2)));
  } else if (typeof total === 'number' && quantity !== 0) {
    set(record, 'UnitPrice', total / quantity);
  }
}

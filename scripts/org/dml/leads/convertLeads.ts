import type { FieldValue, StoredRow } from '../../store/types.ts';
import { executeDml } from '../execute.ts';
import type { DmlContext } from '../ports.ts';
import { DmlRequestError, problem } from '../problem.ts';
import type { DmlError, DmlRecord } from '../types.ts';
import { fromLead } from './leadFields.ts';
import type { LeadConversion, LeadConversionRequest, LeadConversionResult } from './types.ts';

/** A lead on its way, and what it has become so far. */
interface Work {
  readonly conversion: LeadConversion;
  readonly lead: StoredRow;
  readonly errors: DmlError[];
  ids: { Account?: string; Contact?: string; Opportunity?: string };
}

const mostLeads = 100;

/**
 * Makes accounts, contacts and opportunities of leads, with all triggers, and moves what belongs to the leads.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_convertLead.htm
 *
 * @throws DmlRequestError for more than 100 leads
 */
export function convertLeads(
  context: DmlContext,
  request: LeadConversionRequest
): LeadConversionResult[] {
  const { conversions } = request;
  if (conversions.length > mostLeads) {
    throw new DmlRequestError('Too many leads to convert', 'LIMIT_EXCEEDED', 'DmlException');
  }
  context.limits?.count('dmlStatements');
  context.limits?.count('dmlRows', conversions.length);
  const inner: DmlContext = { ...context, limits: undefined, origin: 'platform' };
  const works = conversions.map((conversion) => begin(context, conversion));
  const savepoint = context.store.savepoint();
  convertSound(inner, request, works);
  if (works.some(({ errors }) => errors.length > 0)) {
    context.store.rollbackTo(savepoint);
    if (!request.allOrNone) convertSound(inner, request, works.map(again));
  }
  context.store.release(savepoint);
  return works.map((work) => resultOf(work, request, works));
}

/** A lead that can be converted starts anew; one that cannot keeps its errors. */
function again(work: Work): Work {
  work.ids = {};
  return work;
}

function begin({ store }: DmlContext, conversion: LeadConversion): Work {
  const [lead] = store.get('Lead', [conversion.leadId]);
  const isConverting = store
    .find('LeadStatus', 'MasterLabel', [conversion.convertedStatus])
    .some((status) => status['IsConverted'] === true);
  const errors: DmlError[] = [];
  if (lead === undefined)
    errors.push(problem('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'));
  else if (lead['IsConverted'] === true) {
    errors.push(problem('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead'));
  }
  if (!isConverting) {
    const message = `invalid convertedStatus: ${conversion.convertedStatus}`;
    errors.push(problem('INVALID_STATUS', message));
  }
  return { conversion, lead: lead ?? {}, errors, ids: {} };
}

type Step = (context: DmlContext, request: LeadConversionRequest, works: readonly Work[]) => void;

function convertSound(...[context, request, works]: Parameters<Step>): void {
  for (const step of [accounts, contacts, opportunities, roles, leads, belongings]) {
    step(
      context,
      request,
      works.filter(({ errors }) => errors.length === 0)
    );
  }
}

const accounts: Step = (context, request, works) => {
  make(context, request, { works, object: 'Account', given: ({ accountId }) => accountId });
};

const contacts: Step = (context, request, works) => {
  const more = ({ ids }: Work): StoredRow => ({ AccountId: ids.Account ?? null });
  make(context, request, { works, object: 'Contact', given: ({ contactId }) => contactId, more });
};

const opportunities: Step = (context, request, works) => {
  const wanted = works.filter(({ conversion }) => conversion.withoutOpportunity !== true);
  const stage = context.store.find('OpportunityStage', 'SortOrder', [1])[0]?.['MasterLabel'];
  const more = ({ ids, lead, conversion }: Work): StoredRow => ({
    AccountId: ids.Account ?? null,
    Name: conversion.opportunityName ?? lead['Company'] ?? null,
    StageName: stage ?? 'Prospecting',
    CloseDate: endOfQuarter(context.clock.now())
  });
  const given = ({ opportunityId }: LeadConversion): string | undefined => opportunityId;
  make(context, request, { works: wanted, object: 'Opportunity', given, more });
};

/** The last day of the quarter, as a date. */
function endOfQuarter(now: number): string {
  const date = new Date(now);
  const month = Math.floor(date.getUTCMonth() / 3) * 3 + 3;
  return new Date(Date.UTC(date.getUTCFullYear(), month, 0)).toISOString().slice(0, 10);
}

interface Making {
  readonly works: readonly Work[];
  readonly object: 'Account' | 'Contact' | 'Opportunity';
  readonly given: (conversion: LeadConversion) => string | undefined;
  readonly more?: (work: Work) => StoredRow;
}

/** Takes the record that is given, or makes one. */
function make(
  context: DmlContext,
  request: LeadConversionRequest,
  { works, object, given, more }: Making
): void {
  for (const { conversion, ids } of works) {
    const id = given(conversion);
    if (id !== undefined) ids[object] = id;
  }
  const missing = works.filter(({ ids }) => ids[object] === undefined);
  const definition = context.schema.object(object);
  if (definition === undefined) return;
  const own = request.mappings.get(object) ?? [];
  const records = missing.map((work) => ({
    ...fromLead(work.lead, definition, own),
    OwnerId: ownerOf(work),
    ...more?.(work)
  }));
  const made = save(context, request, { works: missing, object, records, operation: 'insert' });
  missing.forEach(({ ids }, index) => (ids[object] = made[index]));
}

function ownerOf({ conversion, lead }: Work): FieldValue {
  return conversion.ownerId ?? lead['OwnerId'] ?? null;
}

const roles: Step = (context, request, works) => {
  const wanted = works.filter(({ ids, conversion }) => {
    return ids.Opportunity !== undefined && conversion.opportunityId === undefined;
  });
  const records = wanted.map(({ ids }) => ({
    OpportunityId: ids.Opportunity ?? null,
    ContactId: ids.Contact ?? null,
    IsPrimary: true
  }));
  const object = 'OpportunityContactRole';
  save(context, request, { works: wanted, object, records, operation: 'insert' });
};

const leads: Step = (context, request, works) => {
  const today = new Date(context.clock.now()).toISOString().slice(0, 10);
  const records = works.map(({ conversion, ids }) => ({
    Id: conversion.leadId,
    Status: conversion.convertedStatus,
    IsConverted: true,
    ConvertedDate: today,
    ConvertedAccountId: ids.Account ?? null,
    ConvertedContactId: ids.Contact ?? null,
    ConvertedOpportunityId: ids.Opportunity ?? null
  }));
  save(context, request, { works, object: 'Lead', records, operation: 'update' });
};

/** Activities and campaigns of the lead become the contact's, its notes and files the account's. */
const moved = [
  ['Task', 'WhoId', 'Contact'],
  ['Event', 'WhoId', 'Contact'],
  ['CampaignMember', 'ContactId', 'Contact', 'LeadId'],
  ['Note', 'ParentId', 'Account'],
  ['Attachment', 'ParentId', 'Account']
] as const;

const belongings: Step = ({ store, plans }, _request, works) => {
  for (const { conversion, ids } of works) {
    for (const [object, field, target, from = field] of moved) {
      if (plans.get(object) === undefined) continue;
      const rows = store.find(object, from, [conversion.leadId]);
      const changed = rows.map((row) => ({ Id: row['Id'] ?? null, [field]: ids[target] ?? null }));
      if (changed.length > 0) store.update(object, changed);
    }
  }
};

interface Saving {
  readonly works: readonly Work[];
  readonly object: string;
  readonly records: readonly Readonly<Record<string, FieldValue>>[];
  readonly operation: 'insert' | 'update';
}

/** Saves a record for each lead; its mistakes are the lead's. */
function save(
  context: DmlContext,
  { accessLevel, sharing }: LeadConversionRequest,
  { works, object, records, operation }: Saving
): (string | undefined)[] {
  const inputs = records.map((values): DmlRecord => ({ object, values: { ...values } }));
  const request = { operation, records: inputs, allOrNone: false, accessLevel, sharing };
  const results = executeDml(context, request);
  works.forEach(({ errors }, index) => errors.push(...(results[index]?.errors ?? [])));
  return results.map(({ id }) => id);
}

function resultOf(
  { conversion, ids, errors }: Work,
  { allOrNone }: LeadConversionRequest,
  works: readonly Work[]
): LeadConversionResult {
  const isUndone = allOrNone && works.some((work) => work.errors.length > 0);
  const success = errors.length === 0 && !isUndone;
  return {
    leadId: conversion.leadId,
    success,
    accountId: success ? ids.Account : undefined,
    contactId: success ? ids.Contact : undefined,
    opportunityId: success ? ids.Opportunity : undefined,
    errors
  };
}

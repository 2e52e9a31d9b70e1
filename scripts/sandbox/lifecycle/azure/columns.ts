import type { FieldError } from '../../http/errors.ts';
import type { JsonObject } from '../../json.ts';
import type { Columns } from '../checks.ts';
import {
  amount,
  country,
  fieldError,
  flag,
  listOf,
  missing,
  object,
  oneOf,
  pattern,
  text
} from '../checks.ts';

export const dealTypes = ['Co-sell', 'Partner-led', 'Private'];
export const salesStages = ['10%', '20%', '40%', '60%', '80%', '100%'];
export const closedReasons = [
  'Budget',
  'No response',
  'Other vendor',
  'Requirements',
  'Not a customer',
  'Timeline',
  'Abuse or spam',
  'Other'
];

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;

/** What can be changed of a referral that is there (assumed: Microsoft says only that some can). */
export const azureUpdatable: Columns = {
  deal_value: amount(0),
  notes: text(0, 3000),
  closing_date_time: pattern(
    instantForm,
    'Must be an instant such as 2026-12-31T00:00:00.000000Z.'
  ),
  sales_stage: oneOf(salesStages),
  external_id: text(0, 100),
  partner_contacts: listOf(object, 10),
  customer_contacts: listOf(object, 10),
  sub_status: oneOf(['Won', 'Lost']),
  status_reason: oneOf(closedReasons)
};

/** What can be set when a referral is made. */
export const azureCreatable: Columns = {
  ...azureUpdatable,
  deal_name: text(1, 255),
  deal_type: oneOf(dealTypes),
  currency: pattern(/^[A-Z]{3}$/, 'Must be a currency such as USD.'),
  assistance_type: text(1, 255),
  solutions: listOf(object, 10),
  customer_company_name: text(1, 255),
  customer_website: text(4, 255),
  customer_duns_number: pattern(/^\d{9}$/, 'Must have nine digits.'),
  microsoft_account_id: text(1, 50),
  address: text(0, 255),
  city: text(0, 255),
  state: text(0, 255),
  postal_code: text(0, 20),
  country,
  consent_to_contact: flag,
  consent_to_share_referral_with_microsoft_sellers: flag,
  consent_to_to_share_info_with_others: flag
};

const required = [
  'deal_name',
  'deal_type',
  'deal_value',
  'closing_date_time',
  'customer_company_name',
  'country',
  'solutions',
  'consent_to_contact'
];

/** What a new referral must have. `now` is an instant in the API's form. */
export function azureCreationErrors(details: JsonObject, now: string): FieldError[] {
  const isCosell = details['deal_type'] === 'Co-sell';
  return [
    ...missing(details, isCosell ? [...required, 'notes', 'assistance_type'] : required),
    ...azureDateErrors(details, now)
  ];
}

/** A close date in the past is no plan. */
export function azureDateErrors(details: JsonObject, now: string): FieldError[] {
  const close = details['closing_date_time'];
  const isPast = typeof close === 'string' && close < now;
  return isPast
    ? [fieldError('closing_date_time', ['INVALID_VALUE', 'Must not be in the past.'])]
    : [];
}

/** A lost referral says why, and nothing else does. */
export function azureClosingErrors({ sub_status, status_reason }: JsonObject): FieldError[] {
  const hasReason = status_reason !== undefined && status_reason !== null;
  if (sub_status === 'Lost' && !hasReason) {
    return [fieldError('status_reason', ['REQUIRED_FIELD_MISSING', 'Say why it was lost.'])];
  }
  const isMisplaced = hasReason && sub_status !== 'Lost';
  return isMisplaced
    ? [fieldError('status_reason', ['INVALID_VALUE', 'Only when it is lost.'])]
    : [];
}

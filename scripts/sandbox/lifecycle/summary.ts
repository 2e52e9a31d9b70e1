import { asText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Opportunity } from '../records.ts';

/** What the API lists of an opportunity, made from the row of its data set. */
export type Summary = Pick<
  Opportunity,
  | 'cloud_id'
  | 'title'
  | 'stage'
  | 'status'
  | 'customer_company'
  | 'customer_website'
  | 'target_close_date'
  | 'accept_by'
>;

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What the list shows of a row of AWS. */
export function awsSummary(details: JsonObject): Summary {
  return {
    cloud_id: textOf(details['apn_crm_unique_identifier']),
    title: asText(details['partner_project_title']),
    stage: asText(details['sale_stage']),
    status: asText(details['status']),
    customer_company: asText(details['customer_company_name']),
    customer_website: textOf(details['customer_website']),
    target_close_date: textOf(details['target_close_date']),
    accept_by: textOf(details['accept_by'])
  };
}

/** What the list shows of a row of Azure. */
export function azureSummary(details: JsonObject): Summary {
  return {
    cloud_id: textOf(details['referral_id']),
    title: asText(details['deal_name']),
    stage: asText(details['sales_stage']),
    status: asText(details['status']),
    customer_company: asText(details['customer_company_name']),
    customer_website: textOf(details['customer_website']),
    target_close_date: textOf(details['closing_date_time'])?.slice(0, 10) ?? null,
    accept_by: textOf(details['expiration_date_time'])
  };
}

import * as words from '../../data/words.ts';
import type { Columns } from '../checks.ts';
import {
  amount,
  country,
  day,
  email,
  flag,
  listOf,
  oneOf,
  pattern,
  phone,
  text
} from '../checks.ts';

/** What a partner may write of an AWS opportunity, with AWS's limits (cosell-domain.md 1.2). */
export const awsColumns: Columns = {
  customer_company_name: text(1, 120),
  customer_website: text(4, 255),
  customer_first_name: text(0, 80),
  customer_last_name: text(0, 80),
  customer_email: email,
  customer_phone: phone,
  industry: oneOf(words.industries),
  country,
  state: text(0, 255),
  postal_code: text(0, 20),
  partner_project_title: text(1, 255),
  project_description: text(20, 2000),
  use_case: text(1, 255),
  delivery_model: listOf(oneOf(words.deliveryModels), 6),
  sales_activities: listOf(oneOf(words.salesActivities), 8),
  other_solution_offered: text(0, 255),
  partner_primary_need_from_aws: listOf(oneOf(words.needs), 8),
  opportunity_type: oneOf(words.opportunityTypes),
  additional_comments: text(1, 255),
  expected_monthly_aws_revenue: amount(0),
  customer_software_value: amount(0),
  procurement_type: oneOf(words.revenueModels),
  contract_start_date: day,
  contract_end_date: day,
  target_close_date: day,
  sale_stage: oneOf(words.awsStages),
  closed_lost_reason: oneOf(words.lostReasons),
  next_step: text(0, 255),
  is_opp_from_marketing_activity: flag,
  is_marketing_development_funded: flag,
  campaign_name: text(0, 255),
  primary_contact_first_name: text(0, 80),
  primary_contact_last_name: text(0, 80),
  primary_contact_email: email,
  primary_contact_phone: phone,
  opportunity_owner_email: email
};

/** What can be associated, and how many of each (cosell-domain.md 1.12). */
export const awsAssociations: Columns = {
  solution_offered: listOf(pattern(/^S-\d{1,19}$/, 'Must be a solution such as S-1234567.'), 10),
  aws_products: listOf(text(1, 255), 20),
  offers: listOf(pattern(/^offer-[a-z0-9]{13}$/, 'Must be an offer such as offer-abc….'), 1)
};

/** The only fields that are open while AWS wants changes (1.5). */
export const openWhenActionRequired: readonly string[] = [
  'country',
  'state',
  'postal_code',
  'customer_website',
  'target_close_date',
  'expected_monthly_aws_revenue',
  'project_description'
];

/** The fields that an approval locks (1.5). */
export const lockedWhenApproved: readonly string[] = [
  'country',
  'postal_code',
  'industry',
  'customer_website',
  'project_description',
  'partner_project_title'
];

import type { JsonObject } from '../json.ts';
import { dayOf, instant } from '../store/index.ts';
import type { AwsDraft } from './awsCosell.ts';
import type { Person } from './people.ts';
import { fullName, personAt } from './people.ts';
import { chance, digits, some } from './random.ts';
import { addMonths } from './terms.ts';
import * as words from './words.ts';

/** A row of `aws_cosell_opportunities`, with every column. */
export function awsRow(draft: AwsDraft): JsonObject {
  return {
    ...lifeCycle(draft),
    ...project(draft),
    ...money(draft),
    ...customer(draft),
    ...people(draft),
    ...insights(draft)
  };
}

/** What AWS keeps in its own record of a deal beside stage and close date (cosell-domain.md 1.1). */
export function awsView({ aws_stage: stage, sale_stage, ...details }: JsonObject): JsonObject {
  const revenue = Number(details['expected_monthly_aws_revenue'] ?? 0);
  return {
    closed_lost_reason: stage === 'Closed Lost' ? (details['closed_lost_reason'] ?? null) : null,
    next_steps: details['next_step'] ?? null,
    expected_monthly_aws_revenue: stage === sale_stage ? revenue : revenue / 2,
    involvement_type: 'Co-Sell'
  };
}

function lifeCycle(draft: AwsDraft): JsonObject {
  const { random, status, stage, created, isReferral } = draft;
  const invitation = ['PENDING', 'REJECTED', 'EXPIRED'].includes(status) ? status : 'ACCEPTED';
  const step = random.pick(words.nextSteps);
  return {
    uuid: draft.id,
    apn_crm_unique_identifier: draft.cloudId,
    status,
    sale_stage: stage,
    aws_stage: ownStage(draft),
    opportunity_ownership: draft.isReferral ? 'AWS Referral' : 'Partner Referral',
    partner_acceptance_status: isReferral ? invitation : null,
    accept_by: draft.acceptBy,
    closed_lost_reason: stage === 'Closed Lost' ? random.pick(words.lostReasons) : null,
    ...refusals(draft),
    next_step: step,
    next_step_details: [{ value: step, time: instant(created) }],
    target_close_date: dayOf(draft.closes),
    aws_close_date: dayOf(draft.closes),
    cloud_created_date: status === 'Pending Submission' ? null : instant(created),
    last_modified_date: draft.changed
  };
}

/** AWS keeps a stage of its own, which is behind the partner's now and then. */
function ownStage({ random, status, stage }: AwsDraft): string {
  if (status !== 'Approved') return 'Prospect';
  return chance(random, 0.7) ? stage : 'Qualified';
}

function refusals({ status }: AwsDraft): JsonObject {
  return {
    rejection_reason: status === 'REJECTED' ? 'Unable to support' : null,
    apn_disqualified_reason: status === 'Rejected' ? 'Duplicate' : null,
    apn_reviewer_comments: words.reviewComments[status] ?? null
  };
}

function project(draft: AwsDraft): JsonObject {
  const { random } = draft;
  return {
    opportunity_type: random.pick([
      'Net New Business',
      'Net New Business',
      'Expansion',
      'Flat Renewal'
    ]),
    additional_comments: null,
    partner_project_title: `${draft.company.name}: ${draft.solution}`,
    project_description: random.pick(words.problems),
    use_case: random.pick(words.useCases),
    delivery_model: ['SaaS or PaaS'],
    sales_activities: some(random, words.salesActivities, [1, 4]),
    solution_offered: [`S-${digits(random, 7)}`],
    other_solution_offered: null,
    aws_products: some(random, words.awsProducts, [1, 3]),
    offers: [],
    partner_primary_need_from_aws: some(random, words.needs, [1, 2]),
    is_greenfield: chance(random, 0.3),
    is_marketing_development_funded: false,
    is_opp_from_marketing_activity: chance(random, 0.15),
    campaign_name: ''
  };
}

function money({ random, closes, stage }: AwsDraft): JsonObject {
  const monthly = random.integer(4, 240) * 250;
  const hasContract = ['Committed', 'Launched'].includes(stage);
  return {
    expected_monthly_aws_revenue: monthly,
    customer_software_value: hasContract ? monthly * 14 : null,
    procurement_type: hasContract ? 'Contract' : null,
    contract_start_date: hasContract ? dayOf(closes) : null,
    contract_end_date: hasContract ? dayOf(addMonths(closes, 12)) : null
  };
}

/** Street, city, postal code and contact stay hidden until a referral is accepted (1.8). */
function customer({ random, company, status }: AwsDraft): JsonObject {
  const isHidden = ['PENDING', 'REJECTED', 'EXPIRED'].includes(status);
  const { place } = company;
  const contact = personAt(random, company.domain, place.phonePrefix);
  return {
    customer_company_name: company.name,
    customer_website: `https://www.${company.domain}`,
    customer_first_name: isHidden ? null : contact.firstName,
    customer_last_name: isHidden ? null : contact.lastName,
    customer_email: isHidden ? null : contact.email,
    customer_phone: isHidden ? null : contact.phone,
    industry: company.industry,
    country: place.country,
    state: isHidden || place.state === '' ? null : place.state,
    postal_code: isHidden ? null : place.postalCode,
    geo: place.geo,
    region: place.region,
    segment: random.pick(words.segments),
    business_unit: 'Commercial'
  };
}

function people({ random, status }: AwsDraft): JsonObject {
  const owner = personAt(random, 'lumenfold.example');
  const aws = (): Person => personAt(random, 'aws.example');
  const isAssigned = status === 'Approved';
  return {
    primary_contact_first_name: owner.firstName,
    primary_contact_last_name: owner.lastName,
    primary_contact_email: owner.email,
    primary_contact_phone: owner.phone,
    opportunity_owner_email: owner.email,
    ...named('aws_account_owner', isAssigned ? aws() : undefined),
    ...named('aws_sales_rep', isAssigned ? aws() : undefined),
    ...named('aws_isv_success_manager', isAssigned ? aws() : undefined),
    ...named('aws_partner_success_manager', isAssigned ? aws() : undefined),
    ...named('partner_developer_manager', isAssigned ? aws() : undefined)
  };
}

function named(role: string, person: Person | undefined): JsonObject {
  return {
    [`${role}_name`]: person ? fullName(person) : null,
    [`${role}_email`]: person?.email ?? null
  };
}

function insights({ random, status }: AwsDraft): JsonObject {
  const isScored = status === 'Approved' || status === 'In review';
  return {
    aws_marketplace_engagement_score: isScored ? random.pick(['High', 'Medium', 'Low']) : null,
    recommended_next_best_actions: isScored
      ? 'Share the private offer with the AWS sales rep'
      : null
  };
}

import type { Random } from '../../shared/index.ts';
import type { JsonObject } from '../json.ts';
import type { Opportunity } from '../records.ts';
import { dayOf, instant, millisecondsOf } from '../store/index.ts';
import { between } from './opportunities.ts';
import type { OpportunitySeed } from './opportunities.ts';
import type { Person } from './people.ts';
import { fullName, personAt } from './people.ts';
import { chance, code, digits, some, weighted } from './random.ts';
import { addMonths, dayLength } from './terms.ts';
import * as words from './words.ts';
import type { AwsStage } from './words.ts';

/** AWS review states (partner referrals) and invitation states (AWS referrals). */
type Status =
  | 'Pending Submission'
  | 'Submitted'
  | 'In review'
  | 'Approved'
  | 'Action Required'
  | 'Rejected'
  | 'PENDING'
  | 'REJECTED'
  | 'EXPIRED';

const partnerStatuses: readonly [Status, number][] = [
  ['Pending Submission', 14],
  ['Submitted', 8],
  ['In review', 8],
  ['Approved', 52],
  ['Action Required', 10],
  ['Rejected', 8]
];
const referralStatuses: readonly [Status, number][] = [
  ['PENDING', 40],
  ['Approved', 45],
  ['REJECTED', 8],
  ['EXPIRED', 7]
];
const openStages: readonly [AwsStage, number][] = [
  ['Qualified', 35],
  ['Technical Validation', 25],
  ['Business Validation', 20],
  ['Committed', 12],
  ['Prospect', 8]
];
const allStages: readonly [AwsStage, number][] = [
  ...openStages,
  ['Launched', 20],
  ['Closed Lost', 12]
];

/** What the parts of a row have in common. */
interface Draft extends OpportunitySeed {
  readonly isReferral: boolean;
  readonly status: Status;
  readonly stage: AwsStage;
  readonly cloudId: string;
  readonly acceptBy: string | null;
  readonly changed: string;
  readonly closes: number;
}

/** A co-sell opportunity of AWS, in every column of `aws_cosell_opportunities`. */
export function awsOpportunity(seed: OpportunitySeed): Opportunity {
  const draft = draftOf(seed);
  const url = 'https://us-east-1.console.aws.amazon.com/partnercentral/opportunities';
  return {
    id: seed.id,
    cloud: 'aws',
    cloud_id: draft.cloudId,
    cloud_url: `${url}/${draft.cloudId}`,
    title: titleOf(seed),
    stage: draft.stage,
    status: draft.status,
    customer_company: seed.company.name,
    customer_website: `https://www.${seed.company.domain}`,
    target_close_date: dayOf(draft.closes),
    accept_by: draft.acceptBy,
    created_at: instant(seed.created),
    custom_properties: {},
    external_object_associations: {},
    metadata: { catalog: 'AWS', origin: originOf(draft) },
    details: rowOf(draft),
    last_modified_at: draft.changed
  };
}

function titleOf({ company, solution }: OpportunitySeed): string {
  return `${company.name}: ${solution}`;
}

function originOf({ isReferral }: Draft): string {
  return isReferral ? 'AWS Referral' : 'Partner Referral';
}

function draftOf(seed: OpportunitySeed): Draft {
  const { random, now } = seed;
  const isReferral = chance(random, 0.32);
  const status = weighted(random, isReferral ? referralStatuses : partnerStatuses);
  const isWaiting = status === 'PENDING';
  const isInvitation = isWaiting || status === 'REJECTED' || status === 'EXPIRED';
  const created = isWaiting ? now - random.integer(1, 60) * 3_600_000 : seed.created;
  const stage = isInvitation
    ? 'Prospect'
    : weighted(random, status === 'Approved' ? allStages : openStages);
  const acceptBy = isReferral ? instant(created + 5 * dayLength) : null;
  const isClosed = stage === 'Launched' || stage === 'Closed Lost';
  return {
    ...seed,
    created,
    isReferral,
    status,
    stage,
    acceptBy,
    cloudId: isInvitation ? `engi-${code(random, 13)}` : `O${digits(random, 8)}`,
    changed: changedAt(random, { status, created, now, acceptBy }),
    closes: isClosed
      ? now - random.integer(1, 30) * dayLength
      : now + random.integer(10, 200) * dayLength
  };
}

function changedAt(
  random: Random,
  when: { status: Status; created: number; now: number; acceptBy: string | null }
): string {
  if (when.status === 'PENDING') return instant(when.created);
  if (when.status === 'EXPIRED' && when.acceptBy !== null) {
    return instant(Math.min(millisecondsOf(when.acceptBy), when.now - 1000));
  }
  return between(random, when.created, when.now);
}

function rowOf(draft: Draft): JsonObject {
  return {
    ...lifeCycle(draft),
    ...project(draft),
    ...money(draft),
    ...customer(draft),
    ...people(draft),
    ...insights(draft)
  };
}

function lifeCycle(draft: Draft): JsonObject {
  const { random, status, stage, created, isReferral } = draft;
  const invitation = ['PENDING', 'REJECTED', 'EXPIRED'].includes(status) ? status : 'ACCEPTED';
  const step = random.pick(words.nextSteps);
  return {
    uuid: draft.id,
    apn_crm_unique_identifier: draft.cloudId,
    status,
    sale_stage: stage,
    aws_stage: words.awsOwnStage[stage],
    opportunity_ownership: originOf(draft),
    partner_acceptance_status: isReferral ? invitation : null,
    accept_by: draft.acceptBy,
    rejection_reason: status === 'REJECTED' ? 'Unable to support' : null,
    closed_lost_reason: stage === 'Closed Lost' ? random.pick(words.lostReasons) : null,
    apn_disqualified_reason: status === 'Rejected' ? 'Duplicate' : null,
    apn_reviewer_comments: words.reviewComments[status] ?? null,
    next_step: step,
    next_step_details: [{ value: step, time: instant(created) }],
    target_close_date: dayOf(draft.closes),
    aws_close_date: dayOf(draft.closes),
    cloud_created_date: status === 'Pending Submission' ? null : instant(created),
    last_modified_date: draft.changed
  };
}

function project(draft: Draft): JsonObject {
  const { random } = draft;
  return {
    opportunity_type: random.pick([
      'Net New Business',
      'Net New Business',
      'Expansion',
      'Flat Renewal'
    ]),
    additional_comments: null,
    partner_project_title: titleOf(draft),
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

function money({ random, closes, stage }: Draft): JsonObject {
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
function customer({ random, company, status }: Draft): JsonObject {
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

function people({ random, status }: Draft): JsonObject {
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

function insights({ random, status }: Draft): JsonObject {
  const isScored = status === 'Approved' || status === 'In review';
  return {
    aws_marketplace_engagement_score: isScored ? random.pick(['High', 'Medium', 'Low']) : null,
    recommended_next_best_actions: isScored
      ? 'Share the private offer with the AWS sales rep'
      : null
  };
}

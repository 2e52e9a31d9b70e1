import type { JsonObject } from '../json.ts';
import { azureSummary } from '../lifecycle/summary.ts';
import type { Opportunity } from '../records.ts';
import { instant } from '../store/index.ts';
import type { OpportunitySeed } from './opportunitySeed.ts';
import type { Person } from './people.ts';
import { personAt } from './people.ts';
import { between, chance, digits, weighted } from './random.ts';
import { dayLength } from './terms.ts';

/** Microsoft's referral states: status / substatus (cosell-domain.md 3.1). */
type State =
  | 'New/Pending'
  | 'New/Received'
  | 'Active/Accepted'
  | 'Closed/Won'
  | 'Closed/Lost'
  | 'Closed/Declined'
  | 'Closed/Expired';

const incoming: readonly [State, number][] = [
  ['New/Received', 40],
  ['Active/Accepted', 35],
  ['Closed/Won', 8],
  ['Closed/Lost', 6],
  ['Closed/Declined', 6],
  ['Closed/Expired', 5]
];
const outgoing: readonly [State, number][] = [
  ['New/Pending', 18],
  ['Active/Accepted', 52],
  ['Closed/Won', 18],
  ['Closed/Lost', 12]
];
const stages = ['10%', '20%', '40%', '60%', '80%'];

interface Draft extends OpportunitySeed {
  readonly isIncoming: boolean;
  readonly status: string;
  readonly subStatus: string;
  readonly stage: string;
  readonly dealType: string;
  readonly referral: string;
  readonly acceptBy: string | null;
  readonly changed: string;
  readonly closes: number;
}

/** A co-sell opportunity of Microsoft, in every column of `azure_cosell_opportunities`. */
export function azureOpportunity(seed: OpportunitySeed): Opportunity {
  const draft = draftOf(seed);
  const details = rowOf(draft);
  const url = 'https://partner.microsoft.com/en-us/dashboard/referrals/v2/cosell';
  return {
    id: seed.id,
    cloud: 'azure',
    ...azureSummary(details),
    cloud_url: `${url}/${draft.referral}`,
    created_at: instant(draft.created),
    custom_properties: {},
    external_object_associations: {},
    metadata: {
      sub_status: draft.subStatus,
      deal_type: draft.dealType,
      ...(draft.subStatus === 'Won' ? { deal_registration: { status: 'Approved' } } : {})
    },
    details,
    last_modified_at: draft.changed
  };
}

function rowOf(draft: Draft): JsonObject {
  return {
    ...referral(draft),
    ...deal(draft),
    ...customer(draft),
    ...people(draft),
    ...times(draft)
  };
}

function draftOf(seed: OpportunitySeed): Draft {
  const { random, now } = seed;
  const isIncoming = chance(random, 0.35);
  const [status, subStatus] = wordsOf(weighted(random, isIncoming ? incoming : outgoing));
  const isNew = status === 'New';
  const created = isNew ? now - random.integer(2, 240) * 3_600_000 : seed.created;
  return {
    ...seed,
    created,
    isIncoming,
    status,
    subStatus,
    stage: stageOf(seed, subStatus),
    dealType: isIncoming || chance(random, 0.7) ? 'Co-sell' : 'Partner-led',
    referral: random.uuid(),
    acceptBy: isIncoming ? instant(created + 14 * dayLength) : null,
    changed: between(random, created, now),
    closes: closeOf(seed, status)
  };
}

function wordsOf(state: State): [status: string, subStatus: string] {
  const [status = '', subStatus = ''] = state.split('/');
  return [status, subStatus];
}

function closeOf({ random, now }: OpportunitySeed, status: string): number {
  const days = random.integer(10, 200) * dayLength;
  return status === 'Closed' ? now - days / 10 : now + days;
}

function stageOf({ random }: OpportunitySeed, subStatus: string): string {
  if (subStatus === 'Won') return '100%';
  return subStatus === 'Accepted' ? random.pick(stages) : '10%';
}

function referral(draft: Draft): JsonObject {
  const { random, status, subStatus } = draft;
  return {
    id: Number(digits(random, 6)),
    uuid: draft.id,
    referral_id: draft.referral,
    engagement_id: random.uuid(),
    external_id: null,
    organization_id: '3f0b5a7c-52d1-4b6e-9c55-2f1f5f3a7d10',
    organization_name: 'Lumenfold Inc.',
    azure_seller_id: 48_211,
    cloud: 'azure',
    status,
    sub_status: subStatus,
    status_reason: subStatus === 'Lost' ? 'Timeline' : null,
    cloud_status: status,
    external_status: subStatus,
    qualification: draft.isIncoming ? 'SalesQualified' : 'None',
    direction: draft.isIncoming ? 'Incoming' : 'Outgoing',
    referral_source: draft.isIncoming ? 'Microsoft' : 'Partner',
    is_matching_complete: status !== 'New',
    is_spam: false,
    sync_error: {},
    shared_referral_metadata: {},
    metadata: { e_tag: `"${digits(random, 12)}"` },
    row_number: 1,
    created_by_id: 1_204
  };
}

function deal(draft: Draft): JsonObject {
  const { random, company, solution } = draft;
  return {
    deal_type: draft.dealType,
    deal_name: `${company.name}: ${solution}`,
    deal_value: random.integer(10, 400) * 1000,
    currency: 'USD',
    sales_stage: draft.stage,
    assistance_type:
      draft.dealType === 'Co-sell' ? 'Workload-specific value proposition' : 'No assistance',
    notes: 'Customer evaluates the solution on Azure; asks for help with the architecture review.',
    solutions: [{ id: `SOL-${digits(random, 6)}`, name: solution, type: 'Name' }],
    target: [{ type: 'SolutionProfile', id: null }],
    tags: [],
    is_macc_eligible: chance(random, 0.5)
  };
}

function customer({ random, company }: Draft): JsonObject {
  const { place } = company;
  return {
    microsoft_account_id: digits(random, 8),
    customer_company_name: company.name,
    customer_website: `https://www.${company.domain}`,
    customer_duns_number: digits(random, 9),
    domain_info_category: company.industry,
    address: `${random.integer(1, 400)} Market Street`,
    city: place.city,
    state: place.state === '' ? null : place.state,
    postal_code: place.postalCode,
    country: place.country,
    consent_to_contact: true,
    consent_to_share_referral_with_microsoft_sellers: true,
    consent_to_to_share_info_with_others: true
  };
}

function people({ random, company, status }: Draft): JsonObject {
  const prefix = company.place.phonePrefix;
  return {
    microsoft_sales_reps: status === 'New' ? [] : [contact(personAt(random, 'microsoft.example'))],
    partner_contacts: [contact(personAt(random, 'lumenfold.example'))],
    customer_contacts: [contact(personAt(random, company.domain, prefix))]
  };
}

function contact(person: Person): JsonObject {
  return {
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    phone_number: person.phone
  };
}

function times({ created, changed, closes, status, subStatus, acceptBy }: Draft): JsonObject {
  const isAccepted = status === 'Active' || subStatus === 'Won' || subStatus === 'Lost';
  return {
    closing_date_time: instant(closes),
    closed_date_time: status === 'Closed' ? changed : null,
    accepted_date_time: isAccepted ? instant(created + 3_600_000) : null,
    expiration_date_time: acceptBy,
    created_date_time: instant(created),
    updated_date_time: changed,
    created_at: instant(created),
    updated_at: changed,
    deleted_at: null,
    cloud_created_at: instant(created),
    seller_created_at: instant(created)
  };
}

import type { Records } from '../../sandbox/index.ts';

/** A customer as a sales team would have it in Salesforce before Clazar is installed. */
export interface DemoAccount {
  readonly name: string;
  readonly website: string;
  readonly country: string | null;
  readonly contacts: readonly DemoContact[];
  readonly opportunities: readonly DemoOpportunity[];
}

export interface DemoContact {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

export interface DemoOpportunity {
  /** The offer's name, by which the two find each other. */
  readonly name: string;
  readonly stage: string;
  /** `YYYY-MM-DD`. */
  readonly closeDate: string;
  readonly amount: number | null;
}

/** What Clazar has, as far as the plan looks at it. */
export interface DemoSource {
  readonly buyers: readonly Records['buyers'][];
  readonly private_offers: readonly Records['private_offers'][];
  readonly opportunities: readonly Records['opportunities'][];
}

type Buyer = Records['buyers'];
type Offer = Records['private_offers'];
type Cosell = Records['opportunities'];

/** One buyer in so many has no account, so that the list of buyers without one is not empty. */
const everyNthIsUnknown = 5;

/**
 * Accounts for most of the sandbox's buyers, with the people who registered and an opportunity for
 * each offer. The same source gives the same plan. The second account has a twin with the same
 * website, so that the rules find several that fit.
 */
export function demoAccounts(source: DemoSource): DemoAccount[] {
  const known = source.buyers.filter(
    ({ domain }, index) => domain !== null && index % everyNthIsUnknown !== everyNthIsUnknown - 1
  );
  const accounts = known.map((buyer) => accountOf(buyer, source.private_offers));
  const twin = accounts.slice(1, 2).map((account) => ({
    ...account,
    name: `${account.name} (Europe)`,
    contacts: [],
    opportunities: []
  }));
  const taken = new Set(accounts.map(({ name }) => name));
  return [...accounts, ...twin, ...cosellAccounts(source.opportunities, taken)];
}

/** Customers of co-sell: a deal for each record of ours; who is invited by a cloud has none yet. */
function cosellAccounts(records: readonly Cosell[], taken: ReadonlySet<string>): DemoAccount[] {
  const ours = records.filter((record) => !isInvitation(record));
  const names = [...new Set(ours.map(({ customer_company: name }) => name))];
  return names
    .filter((name) => !taken.has(name))
    .map((name) => {
      const deals = ours.filter(({ customer_company: company }) => company === name);
      return {
        name,
        website: deals[0]?.customer_website ?? '',
        country: null,
        contacts: [],
        opportunities: deals.map(dealOf)
      };
    });
}

function isInvitation({ accept_by: acceptBy, status }: Cosell): boolean {
  return acceptBy !== null && !['Approved', 'Accepted'].includes(status);
}

const dealStages: Readonly<Record<string, string>> = {
  Prospect: 'Prospecting',
  Qualified: 'Qualification',
  'Technical Validation': 'Needs Analysis',
  'Business Validation': 'Proposal/Price Quote',
  Committed: 'Negotiation/Review',
  Launched: 'Closed Won',
  'Closed Lost': 'Closed Lost'
};

function dealOf({ title, stage, target_close_date: closeDate, created_at, details }: Cosell) {
  const yearly = Number(details['expected_monthly_aws_revenue'] ?? 0) * 12;
  return {
    name: title,
    stage: dealStages[stage] ?? 'Qualification',
    closeDate: closeDate ?? created_at.slice(0, 'YYYY-MM-DD'.length),
    amount: yearly > 0 ? yearly : null
  };
}

function accountOf(buyer: Buyer, offers: readonly Offer[]): DemoAccount {
  const { country } = buyer.metadata;
  return {
    name: buyer.name,
    website: `https://www.${buyer.domain ?? ''}`,
    country: typeof country === 'string' ? country : null,
    contacts: contactsOf(buyer),
    opportunities: opportunitiesOf(offers.filter(({ name }) => name.startsWith(`${buyer.name}: `)))
  };
}

function contactsOf({ registration_details: details }: Buyer): DemoContact[] {
  const answers = new Map(details.map(({ field, value }) => [field, value]));
  const name = answers.get('Full Name');
  const email = answers.get('Email Address');
  if (typeof name !== 'string' || typeof email !== 'string') return [];
  const [firstName = '', ...rest] = name.split(' ');
  return [{ firstName, lastName: rest.join(' '), email }];
}

/** Offers of one name are one deal: the latest counts. */
function opportunitiesOf(offers: readonly Offer[]): DemoOpportunity[] {
  return [...new Map(offers.map((offer) => [offer.name, opportunityOf(offer)])).values()];
}

const stages: Readonly<Record<string, string>> = {
  accepted: 'Closed Won',
  ended: 'Closed Won',
  expired: 'Closed Lost',
  draft: 'Proposal/Price Quote'
};

function opportunityOf(offer: Offer): DemoOpportunity {
  const { price } = offer.metadata;
  const closesAt = offer.accepted_at ?? offer.expiration_at ?? offer.last_modified_at;
  return {
    name: offer.name,
    stage: stages[offer.status.toLowerCase()] ?? 'Negotiation/Review',
    closeDate: closesAt.slice(0, 'YYYY-MM-DD'.length),
    amount: typeof price === 'string' ? Number(price) : null
  };
}

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
}

type Buyer = Records['buyers'];
type Offer = Records['private_offers'];

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
  const [, twin] = accounts;
  if (twin === undefined) return accounts;
  return [...accounts, { ...twin, name: `${twin.name} (Europe)`, contacts: [], opportunities: [] }];
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

import type { Buyer, Contract } from '../records.ts';
import { instant } from '../store/index.ts';
import type { ContractState } from './clouds/index.ts';
import { contractWord, formats } from './clouds/index.ts';
import type { Deal } from './deal.ts';
import { fullName, personAt } from './people.ts';
import { chance, randomFor } from './random.ts';

/** What a contract is made from. Times in milliseconds since 1970. */
export interface ContractPlan {
  readonly id: string;
  readonly deal: Deal;
  readonly buyerId: string;
  readonly offer: { readonly id: string | null; readonly type: string };
  readonly state: ContractState;
  readonly accepted: number;
  readonly autoRenew: boolean;
  readonly changed: number;
}

/** An agreement (AWS), subscription (Azure) or entitlement (GCP). */
export function contractOf(seed: number, plan: ContractPlan): Contract {
  const { deal, accepted } = plan;
  const { listing, terms, ids } = deal;
  const format = formats[listing.cloud];
  const cloud = format.contract(randomFor(seed, `contract:${plan.id}`), ids);
  const isPending = plan.state === 'pending';
  return {
    id: plan.id,
    cloud: listing.cloud,
    cloud_id: cloud.cloud_id,
    cloud_url: cloud.cloud_url,
    status: contractWord(listing.cloud, plan.state),
    buyer_id: plan.buyerId,
    listing_id: listing.id,
    latest_offer_id: plan.offer.id,
    offer_type: plan.offer.type,
    duration: format.duration(terms.months),
    start_at: isPending ? null : instant(accepted),
    end_at: isPending ? null : instant(format.end(accepted, terms.months)),
    accepted_at: instant(accepted),
    auto_renew: plan.autoRenew,
    cloud_identifiers: cloud.identifiers,
    custom_properties: {},
    external_object_associations: {},
    metadata: format.contractMetadata({ terms, start: accepted, account: ids.account, listing }),
    last_modified_at: instant(plan.changed)
  };
}

/** The marketplace customer of `contract`. */
export function buyerOf(seed: number, deal: Deal, contract: Contract): Buyer {
  const { company, listing, ids } = deal;
  const random = randomFor(seed, `buyer:${contract.buyer_id}`);
  const person = personAt(random, company.domain, company.place.phonePrefix);
  const tier = random.pick(['Strategic', 'Growth', 'Standard']);
  const words = formats[listing.cloud].buyerStatus;
  const isGone = isIn(contract, 'cancelled') || isIn(contract, 'expired');
  return {
    id: contract.buyer_id,
    name: company.name,
    cloud: listing.cloud,
    domain: company.domain,
    status: isGone ? words.gone : words.active,
    cloud_account_id: ids.account,
    listing_id: listing.id,
    latest_contract_id: contract.id,
    cloud_identifiers: ids.identifiers,
    custom_properties: chance(random, 0.4) ? { account_tier: tier } : {},
    external_object_associations: {},
    registration_details: [
      { field: 'Company Name', value: company.name },
      { field: 'Full Name', value: fullName(person) },
      { field: 'Email Address', value: person.email }
    ],
    metadata: { country: company.place.country },
    last_modified_at: contract.last_modified_at
  };
}

/** Whether a contract is in a state of its cloud. */
export function isIn(contract: Contract, state: ContractState): boolean {
  return formats[contract.cloud].contractStatus[state] === contract.status;
}

import { dayOf } from '../../store/index.ts';
import { code, digits } from '../random.ts';
import { addMonths, dayLength, endOfDay, money, schedule } from '../terms.ts';
import type { CloudFormat } from './cloud.ts';

/**
 * AWS Marketplace. An offer of AWS is only Draft or Released; the other words are what a CRM derives
 * from its change set, agreement and end date (cosell-domain.md 2.1), and `metadata.state` keeps
 * AWS's own. Agreement states: 2.2.
 */
export const aws: CloudFormat = {
  offerStatus: {
    draft: 'Draft',
    publishing: 'Publishing',
    failed: 'Failed',
    pending: 'Pending acceptance',
    accepted: 'Accepted',
    expired: 'Expired',
    cancelled: 'Cancelled'
  },
  contractStatus: {
    active: 'ACTIVE',
    suspended: 'TERMINATED',
    cancelled: 'CANCELLED',
    expired: 'EXPIRED',
    renewed: 'RENEWED'
  },
  buyerStatus: { active: 'subscribe-success', gone: 'unsubscribe-success' },
  eula: { standard: 'StandardEula', custom: 'CustomEula' },
  renewsAsNewContract: true,
  needsActivation: false,
  duration: (months) => `P${months}M`,
  end: (start, months) => endOfDay(addMonths(start, months) - dayLength),
  listing: (random, product) => ({
    cloud_id: `prod-${code(random, 13)}`,
    cloud_url: `https://aws.amazon.com/marketplace/pp/prodview-${code(random, 13)}`,
    status: 'Public',
    metadata: {
      product_code: code(random, 25),
      product_type: 'SaaSProduct',
      dimensions: [product.dimension, 'platform_users']
    }
  }),
  buyer: (random) => {
    const account = digits(random, 12);
    const identifiers = { aws_account_id: account, customer_identifier: code(random, 11) };
    return { account, identifiers };
  },
  offer: (random, listing) => {
    const id = `offer-${code(random, 13)}`;
    const url = 'https://aws.amazon.com/marketplace/saas/ordering';
    return { cloud_id: id, cloud_url: `${url}?productId=${listing.cloud_id}&offerId=${id}` };
  },
  contract: (random, buyer) => {
    const id = `agmt-${code(random, 25)}`;
    return {
      cloud_id: id,
      cloud_url: `https://aws.amazon.com/marketplace/management/agreements/${id}`,
      identifiers: { ...buyer.identifiers, agreement_id: id }
    };
  },
  offerMetadata: ({ terms, start, account }) => ({
    state: 'Released',
    price: money(terms.cents),
    currency: terms.currency,
    buyer_account_ids: [account],
    payment_schedule: schedule(terms, start).map(({ at, cents }) => ({
      charge_date: dayOf(at),
      charge_amount: money(cents)
    }))
  }),
  contractMetadata: ({ terms, account, listing }) => ({
    agreement_type: 'PurchaseAgreement',
    acceptor_account_id: account,
    agreement_value: money(terms.cents),
    currency: terms.currency,
    resource_id: listing.cloud_id
  })
};

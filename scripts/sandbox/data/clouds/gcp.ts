import { instant } from '../../store/index.ts';
import { code } from '../random.ts';
import { addMonths, money, schedule } from '../terms.ts';
import type { CloudFormat } from './cloud.ts';

const hexadecimal = '0123456789ABCDEF';

/** Google Cloud Marketplace: offer states of cosell-domain.md 4.1, entitlement states of 4.2. */
export const gcp: CloudFormat = {
  offerStatus: {
    draft: 'DRAFT',
    publishing: 'PUBLISHING',
    pending: 'PUBLISHED',
    accepted: 'ACCEPTED',
    expired: 'EXPIRED',
    cancelled: 'CANCELLED',
    ended: 'ENDED'
  },
  contractStatus: {
    pending: 'ENTITLEMENT_ACTIVATION_REQUESTED',
    active: 'ENTITLEMENT_ACTIVE',
    ending: 'ENTITLEMENT_PENDING_CANCELLATION',
    cancelled: 'ENTITLEMENT_CANCELLED',
    expired: 'ENTITLEMENT_CANCELLED'
  },
  buyerStatus: { active: 'ACCOUNT_ACTIVE', gone: 'ACCOUNT_ACTIVE' },
  eula: {
    standard: 'STANDARD_END_USER_LICENSE_AGREEMENT_V2',
    custom: 'CUSTOM_END_USER_LICENSE_AGREEMENT'
  },
  renewsAsNewContract: false,
  needsActivation: true,
  duration: (months) => `P${months}M`,
  end: addMonths,
  listing: (_random, product) => ({
    cloud_id: `${product.slug}.endpoints.lumenfold-public.cloud.goog`,
    cloud_url: `https://console.cloud.google.com/marketplace/product/lumenfold-public/${product.slug}`,
    status: 'PUBLISHED',
    metadata: {
      product_external_name: product.slug,
      dimensions: [product.dimension, 'storage_gib']
    }
  }),
  buyer: (random) => {
    const billing = [6, 6, 6].map((length) => code(random, length, hexadecimal)).join('-');
    const account = `E-${[4, 4, 4, 4].map((length) => code(random, length, hexadecimal)).join('-')}`;
    return { account: billing, identifiers: { account_id: account, billing_account_id: billing } };
  },
  offer: (random, listing) => {
    const id = random.uuid();
    const url = 'https://console.cloud.google.com/marketplace/offers';
    return { cloud_id: id, cloud_url: `${url}/${id}?service=${listing.cloud_id}` };
  },
  contract: (random, buyer) => {
    const id = random.uuid();
    return {
      cloud_id: id,
      cloud_url: `https://console.cloud.google.com/producer-portal/orders/${id}?project=lumenfold-public`,
      identifiers: { ...buyer.identifiers, entitlement_id: id }
    };
  },
  offerMetadata: ({ terms, start, account }) => ({
    deal_type: 'NEW',
    target_billing_account: account,
    price: money(terms.cents),
    currency: 'USD',
    installments: schedule(terms, start).map(({ at, cents }, index) => ({
      start_time: index === 0 ? null : instant(at),
      amount: money(cents)
    }))
  }),
  contractMetadata: ({ terms, account, listing }) => ({
    account,
    product_external_name: listing.metadata['product_external_name'] ?? null,
    plan: 'enterprise',
    offer_duration: gcp.duration(terms.months)
  })
};

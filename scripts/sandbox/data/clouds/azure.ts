import { dayOf } from '../../store/index.ts';
import { addMonths, endOfMonth, money } from '../terms.ts';
import type { CloudFormat } from './cloud.ts';

const portal = 'https://portal.azure.com/#view/Microsoft_Azure_Marketplace';

/** Microsoft marketplace: offer states of cosell-domain.md 3.2, SaaS subscription states of Microsoft's
 * fulfilment API (https://learn.microsoft.com/partner-center/marketplace-offers/pc-saas-fulfillment-life-cycle). */
export const azure: CloudFormat = {
  offerStatus: {
    draft: 'Draft',
    publishing: 'In Progress',
    pending: 'Pending acceptance',
    accepted: 'Accepted',
    expired: 'Expired',
    ended: 'Ended'
  },
  contractStatus: {
    pending: 'PendingFulfillmentStart',
    active: 'Subscribed',
    suspended: 'Suspended',
    cancelled: 'Unsubscribed',
    expired: 'Unsubscribed'
  },
  buyerStatus: { active: 'Subscribed', gone: 'Unsubscribed' },
  eula: { standard: 'Standard Contract', custom: 'Custom terms' },
  renewsAsNewContract: false,
  needsActivation: true,
  duration: (months) => (months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`),
  end: (start, months) => endOfMonth(addMonths(start, months - 1)),
  listing: (random, product) => ({
    cloud_id: random.uuid(),
    cloud_url: `https://azuremarketplace.microsoft.com/en-us/marketplace/apps/lumenfold.${product.slug}`,
    status: 'Live',
    metadata: { offer_id: product.slug, plan_id: 'enterprise', dimensions: [product.dimension] }
  }),
  buyer: (random) => {
    const billing = `${random.uuid()}:${random.uuid()}_2019-05-31`;
    const identifiers = { tenant_id: random.uuid(), billing_account_id: billing };
    return { account: billing, identifiers };
  },
  offer: (random) => {
    const id = random.uuid();
    return {
      cloud_id: id,
      cloud_url: `${portal}/PrivateOfferDetails.ReactView/privateOfferId/${id}`
    };
  },
  contract: (random, buyer) => {
    const id = random.uuid();
    return {
      cloud_id: id,
      cloud_url: `${portal}/SaaSDetails.ReactView/subscriptionId/${id}`,
      identifiers: { ...buyer.identifiers, subscription_id: id }
    };
  },
  offerMetadata: ({ terms, start, account }) => ({
    private_offer_type: 'customerPromotion',
    billing_account_id: account,
    ...(terms.payments === 1
      ? { price: money(terms.cents), currency: terms.currency }
      : { discount_percentage: 15 }),
    accept_by: dayOf(start)
  }),
  contractMetadata: ({ terms }) => ({
    plan_id: 'enterprise',
    term_unit: azure.duration(terms.months),
    quantity: 1
  })
};

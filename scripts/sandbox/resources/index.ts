import type { Operation } from '../http/operation.ts';
import { analytics } from './analytics.ts';
import { authenticate } from './authenticate.ts';
import { buyers } from './buyers.ts';
import { contacts } from './contacts.ts';
import { contracts } from './contracts.ts';
import { cosell } from './cosell.ts';
import { listings } from './listings.ts';
import { metering } from './metering.ts';
import { opportunities } from './opportunities.ts';
import { privateOffers } from './private_offers.ts';
import { resellerOffers } from './reseller_offers.ts';
import { salesforce } from './salesforce.ts';

/** Every operation of the API: the routes are made from this table, and nothing else. */
export const operations: readonly Operation[] = [
  ...authenticate,
  ...listings,
  ...buyers,
  ...contracts,
  ...privateOffers,
  ...resellerOffers,
  ...opportunities,
  ...cosell,
  ...contacts,
  ...metering,
  ...analytics,
  ...salesforce
];

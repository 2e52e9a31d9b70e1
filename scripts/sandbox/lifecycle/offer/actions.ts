import { formats, offerWord } from '../../data/clouds/index.ts';
import { isIn } from '../../data/contracts.ts';
import { randomFor } from '../../data/random.ts';
import { ApiError } from '../../http/errors.ts';
import type { JsonObject } from '../../json.ts';
import { asText, isJsonObject } from '../../json.ts';
import type { Cloud, Contract, Listing, PrivateOffer } from '../../records.ts';
import { instant, normalizeInstant } from '../../store/index.ts';
import { scheduleOffer } from '../../timeLapse/schedule.ts';
import type { World } from '../../world.ts';
import { fieldError, refuseWrong } from '../checks.ts';
import { offerErrors } from './rules.ts';

/** A new offer as it was asked for. `now` in milliseconds since 1970. */
interface OfferRequest {
  readonly world: World;
  readonly cloud: Cloud;
  readonly body: JsonObject;
  readonly now: number;
}

/** Makes a private or agreement-based offer. The cloud publishes it within the hour. */
export function createOffer(request: OfferRequest): PrivateOffer {
  const { world, cloud, body, now } = request;
  const { custom_properties, external_object_associations, ...fields } = body;
  refuseWrong(offerErrors(cloud, fields, now));
  const listing = listingFor(request);
  const contract = contractFor(request);
  const stamp = world.stamps.next(now);
  const random = randomFor(world.seed, `new offer ${stamp}`);
  const { eula_type = formats[cloud].eula.standard, offer_type = 'private_offer' } = fields;
  const offer: PrivateOffer = {
    id: random.uuid(),
    name: asText(fields['name']),
    cloud,
    ...formats[cloud].offer(random, listing),
    status: offerWord(cloud, 'publishing'),
    archived: 'false',
    offer_type: asText(offer_type),
    duration: asText(fields['duration']),
    eula_type: asText(eula_type),
    listing_id: listing.id,
    published_at: null,
    accepted_at: null,
    expiration_at: normalizeInstant(asText(fields['expiration_at'])) ?? instant(now),
    custom_properties: isJsonObject(custom_properties) ? custom_properties : {},
    external_object_associations: isJsonObject(external_object_associations)
      ? external_object_associations
      : {},
    metadata: metadataOf(fields, contract),
    last_modified_at: stamp
  };
  world.records.private_offers.put(offer);
  scheduleOffer(world, offer.id, now);
  return offer;
}

function metadataOf(fields: JsonObject, contract: Contract | undefined): JsonObject {
  const { buyer_account_id = null, price = null, currency = null } = fields;
  const { payment_schedule = [], documents = [], dimensions = [] } = fields;
  const target: JsonObject = contract
    ? { target_agreement_id: contract.cloud_id, target_contract_id: contract.id }
    : {};
  return { buyer_account_id, price, currency, payment_schedule, documents, dimensions, ...target };
}

function listingFor({ world, cloud, body }: OfferRequest): Listing {
  const listing = world.records.listings.get(asText(body['listing_id']));
  if (listing?.cloud === cloud) return listing;
  throw wrong('listing_id', `There is no such listing on ${cloud}.`);
}

/** The agreement that an agreement-based offer changes. */
function contractFor({ world, body }: OfferRequest): Contract | undefined {
  if (body['offer_type'] !== 'agreement_based_offer') return undefined;
  const contract = world.records.contracts.get(asText(body['contract_id']));
  if (contract && isOpen(world, contract, body)) return contract;
  throw wrong('contract_id', 'The buyer has no such active contract of this listing.');
}

/** It still runs, is the buyer's, and of the same listing: offers cannot move between listings. */
function isOpen({ records }: World, contract: Contract, body: JsonObject): boolean {
  const buyer = records.buyers.get(contract.buyer_id);
  const isSame = contract.listing_id === body['listing_id'];
  return isSame && buyer?.cloud_account_id === body['buyer_account_id'] && isIn(contract, 'active');
}

function wrong(field: string, message: string): ApiError {
  const fields = [fieldError(field, ['INVALID_VALUE', message])];
  return new ApiError('validation_failed', `${field}: ${message}`, { fields });
}

/** Takes an offer back that waits for its buyer. On Azure it is a draft again (3.2). */
export function withdrawOffer(world: World, offer: PrivateOffer, now: number): PrivateOffer {
  const words = formats[offer.cloud].offerStatus;
  if (offer.status !== words.pending) {
    const message = `Only an offer that waits for its buyer can be withdrawn; this one is ${offer.status}.`;
    throw new ApiError('invalid_state', message);
  }
  const status = words.cancelled ?? offerWord(offer.cloud, 'draft');
  const expiration_at = words.cancelled === undefined ? offer.expiration_at : instant(now);
  const next = { ...offer, status, expiration_at, last_modified_at: world.stamps.next(now) };
  world.records.private_offers.put(next);
  return next;
}

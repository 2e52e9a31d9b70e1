import type { JsonObject } from './json.ts';

/** Marketplace clouds, in the words of Clazar's API (reference: clazar.md 6.5). */
export const clouds = ['aws', 'azure', 'gcp'] as const;
export type Cloud = (typeof clouds)[number];

/** What every stored record has: its id and an instant with microseconds (`…T12:00:00.000000Z`). */
export type Entity = { id: string; last_modified_at: string };

type Annotated = { custom_properties: JsonObject; external_object_associations: JsonObject };

export type Listing = Entity & {
  title: string;
  cloud: Cloud;
  cloud_id: string;
  cloud_url: string | null;
  status: string;
  eula_type: string;
  eula_url: string | null;
  short_description: string;
  long_description: string;
  metadata: JsonObject;
};

export type Buyer = Entity &
  Annotated & {
    name: string;
    cloud: Cloud;
    domain: string | null;
    status: string;
    cloud_account_id: string;
    listing_id: string;
    latest_contract_id: string | null;
    cloud_identifiers: JsonObject;
    registration_details: readonly JsonObject[];
    metadata: JsonObject;
  };

export type Contract = Entity &
  Annotated & {
    cloud: Cloud;
    cloud_id: string;
    cloud_url: string | null;
    status: string;
    buyer_id: string;
    listing_id: string;
    latest_offer_id: string | null;
    offer_type: string;
    duration: string | null;
    start_at: string | null;
    end_at: string | null;
    accepted_at: string;
    auto_renew: boolean;
    cloud_identifiers: JsonObject;
    metadata: JsonObject;
  };

type OfferFields = Entity &
  Annotated & {
    name: string;
    cloud: Cloud;
    cloud_id: string | null;
    cloud_url: string | null;
    status: string;
    eula_type: string;
    listing_id: string;
    published_at: string | null;
    accepted_at: string | null;
    expiration_at: string | null;
    metadata: JsonObject;
  };

/** `archived` is a text in private offers and a Boolean in reseller offers: so are the public shapes. */
export type PrivateOffer = OfferFields & { archived: string; offer_type: string; duration: string };
export type ResellerOffer = OfferFields & { archived: boolean; duration: string };
export type Offer = PrivateOffer | ResellerOffer;

export type Opportunity = Entity &
  Annotated & {
    cloud: Cloud;
    cloud_id: string | null;
    cloud_url: string | null;
    title: string;
    stage: string;
    status: string;
    customer_company: string;
    customer_website: string | null;
    target_close_date: string | null;
    accept_by: string | null;
    created_at: string;
    metadata: JsonObject;
    /** The row of the cloud's co-sell data set (clazar.md 6.8); empty for GCP, which has none. */
    details: JsonObject;
  };

export type Contact = Entity & {
  uuid: string;
  email: string;
  full_name: string;
  phone_number: string | null;
  is_editable: boolean;
  created_at: string;
  updated_at: string;
};

export type Metering = Entity & {
  cloud: Cloud;
  contract_id: string;
  dimension: string;
  quantity: string;
  start_time: string;
  end_time: string;
  status: string;
  custom_properties: JsonObject;
};

/** Every collection of the sandbox and the type of its records. */
export type Records = {
  listings: Listing;
  buyers: Buyer;
  contracts: Contract;
  private_offers: PrivateOffer;
  reseller_offers: ResellerOffer;
  opportunities: Opportunity;
  contacts: Contact;
  metering: Metering;
};
export type CollectionName = keyof Records;

export const collectionNames: readonly CollectionName[] = [
  'listings',
  'buyers',
  'contracts',
  'private_offers',
  'reseller_offers',
  'opportunities',
  'contacts',
  'metering'
];

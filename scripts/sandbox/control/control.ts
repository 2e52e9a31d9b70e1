import { randomFor } from '../data/random.ts';
import { invalid } from '../http/errors.ts';
import { dealFor } from '../data/deal.ts';
import { privateOffer, resellerOffer } from '../data/offers.ts';
import { timesOf } from '../data/timeline.ts';
import type { Json, JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { Decision, RegistrationEvent, SellingWrite } from '../lifecycle/index.ts';
import type { CollectionName, Opportunity, Records } from '../records.ts';
import { collectionNames } from '../records.ts';
import { scheduleContract, scheduleOffer, scheduleReferral } from '../timeLapse/schedule.ts';
import { newInvitation } from '../timeLapse/arrivals.ts';
import type { World } from '../world.ts';
import { withColumns } from './columns.ts';
import type { Fault } from './faults.ts';
import type { LoggedRequest } from './requestLog.ts';

/** What a test or a demonstration does to the sandbox from outside its API. */
export interface SandboxControl {
  /** Makes the next matching request go wrong. */
  addFault(fault: Fault): void;
  clearFaults(): void;
  /** Puts the sandbox's clock forward by `milliseconds`; what is due then happens. */
  advance(milliseconds: number): void;
  /** The sandbox's time, in milliseconds since 1970. */
  now(): number;
  /** The data as at first; faults, log, limits and clock too. Tokens stay valid. */
  reset(): void;
  /** Makes every access token as old as if its time were over. */
  expireTokens(): void;
  requests(): readonly LoggedRequest[];
  /** What was written to AWS, as its own SDK takes it, oldest first. */
  awsWrites(): readonly SellingWrite[];
  /** A copy of every record, oldest modification first. */
  snapshot(): { readonly [K in CollectionName]: readonly Records[K][] };
  /**
   * Changes the record with the id of `fields`, or adds one with these fields. What they do not say
   * is that of an offer that waits for its buyer, of an invitation that AWS sends, or a copy of
   * another record of the kind.
   */
  putRecord<K extends CollectionName>(name: K, fields: Partial<Records[K]>): Records[K];
  deleteRecord(name: CollectionName, id: string): void;
  /**
   * Lets AWS decide about a submission, or moves Microsoft's registration of a won deal on, now.
   * @throws ApiError 404 for a decision of another cloud, 409 when there is nothing to decide
   */
  review(id: string, decision: Decision | RegistrationEvent): Opportunity;
}

/** A copy of all records. */
export function snapshotOf(world: World): ReturnType<SandboxControl['snapshot']> {
  const copy = <K extends CollectionName>(name: K): Records[K][] =>
    structuredClone([...world.records[name].all()]);
  return {
    listings: copy('listings'),
    buyers: copy('buyers'),
    contracts: copy('contracts'),
    private_offers: copy('private_offers'),
    reseller_offers: copy('reseller_offers'),
    opportunities: copy('opportunities'),
    contacts: copy('contacts'),
    metering: copy('metering')
  };
}

/** Changes or adds a record at `now` (milliseconds since 1970), and plans what becomes of it. */
export function putRecord<K extends CollectionName>(
  world: World,
  { name, fields, now }: { name: K; fields: Partial<Records[K]>; now: number }
): Records[K] {
  const collection = world.records[name];
  const stamp = world.stamps.next(now);
  const known = fields.id === undefined ? undefined : collection.get(fields.id);
  const template = known ?? newRecord(world, { name, fields, stamp, now });
  const record = { ...template, ...fields, last_modified_at: stamp } as Records[K];
  if (name === 'opportunities') world.records.opportunities.put(withColumns(record, fields));
  else collection.put(record);
  replan(world, name, { id: record.id, now });
  return record;
}

interface NewRecord {
  readonly name: CollectionName;
  readonly fields: object;
  readonly stamp: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a new record has where nothing is said: an open offer, or else what another one has. */
function newRecord(world: World, { name, fields, stamp, now }: NewRecord): object {
  const random = randomFor(world.seed, `new ${name} ${stamp}`);
  const id = random.uuid();
  const { cloud = 'aws' } = fields as { cloud?: string };
  const listing = world.records.listings.all().find((candidate) => candidate.cloud === cloud);
  const isOffer = name === 'private_offers' || name === 'reseller_offers';
  if (isOffer && listing) {
    const plan = { id, deal: dealFor(world.seed, id, listing), ...timesOf(random, 'pending', now) };
    return name === 'private_offers'
      ? privateOffer(world.seed, plan)
      : resellerOffer(world.seed, plan);
  }
  if (name === 'opportunities') return newInvitation(world, stamp, now);
  const [another] = world.records[name].all();
  return { ...another, id, ...(name === 'contacts' ? { uuid: id } : {}) };
}

function replan(
  world: World,
  name: CollectionName,
  { id, now }: { id: string; now: number }
): void {
  const contract = name === 'contracts' ? world.records.contracts.get(id) : undefined;
  const referral = name === 'opportunities' ? world.records.opportunities.get(id) : undefined;
  if (contract) scheduleContract(world, contract);
  if (referral) scheduleReferral(world, referral);
  if (name === 'private_offers' || name === 'reseller_offers') scheduleOffer(world, id, now);
}

/** The collection that a text names. @throws ApiError 400 */
export function collectionNamed(name: Json | undefined): CollectionName {
  const found = collectionNames.find((known) => known === name);
  if (found) return found;
  const message = `Must be one of ${collectionNames.join(', ')}.`;
  throw invalid({ field: 'resource', code: 'invalid', message });
}

/** The fields of a record in a body. @throws ApiError 400 */
export function recordIn(body: JsonObject): JsonObject {
  const { record } = body;
  if (isJsonObject(record)) return record;
  throw invalid({ field: 'record', code: 'invalid', message: 'Must be a JSON object.' });
}

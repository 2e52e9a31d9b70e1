import { awsInvitation } from '../data/awsCosell.ts';
import { companyAt } from '../data/companies.ts';
import { randomFor } from '../data/random.ts';
import { dayLength } from '../data/terms.ts';
import type { Opportunity } from '../records.ts';
import type { World } from '../world.ts';
import type { Event } from './agenda.ts';
import { scheduleReferral } from './schedule.ts';

/** A new invitation of AWS, with the id and company of `key`. `now` in milliseconds since 1970. */
export function newInvitation({ seed }: World, key: string, now: number): Opportunity {
  const random = randomFor(seed, `invitation ${key}`);
  return awsInvitation({
    id: random.uuid(),
    random,
    company: companyAt(seed, random.integer(0, 5000)),
    solution: `Lumenfold ${random.pick(['Observability', 'Data Catalog', 'Cost Guard'])}`,
    created: now,
    now
  });
}

/** AWS sends an invitation every few days; each one plans the next. */
export function arriveReferral(world: World, { id: number, at }: Event): void {
  const invitation = newInvitation(world, number, at);
  const record = { ...invitation, last_modified_at: world.stamps.next(at) };
  world.records.opportunities.put(record);
  scheduleReferral(world, record);
  planArrival(world, Number(number) + 1, at);
}

/** Plans the invitation with this number, two to five days after `now`. */
export function planArrival(world: World, number: number, now: number): void {
  const days = 2 + 3 * randomFor(world.seed, `arrival ${number}`).next();
  const at = now + Math.floor(days * dayLength);
  world.agenda.schedule({ at, kind: 'arriveReferral', id: String(number) });
}

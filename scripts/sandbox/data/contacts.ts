import type { Contact } from '../records.ts';
import { instant } from '../store/index.ts';
import type { World } from '../world.ts';
import { companyAt } from './companies.ts';
import { fullName, personAt } from './people.ts';
import { chance, randomFor } from './random.ts';
import { dayLength } from './terms.ts';

/** Fills the world with `count` contacts; those that came from a cloud cannot be edited. */
export function addContacts(world: World, count: number, now: number): void {
  for (let index = 0; index < count; index += 1) {
    world.records.contacts.put(contactAt(world.seed, index, now));
  }
}

function contactAt(seed: number, index: number, now: number): Contact {
  const random = randomFor(seed, `contact:${index}`);
  const company = companyAt(seed, index);
  const person = personAt(random, company.domain, company.place.phonePrefix);
  const created = now - random.integer(1, 300) * dayLength - random.integer(0, 80_000_000);
  const id = random.uuid();
  const at = instant(created);
  return {
    id,
    uuid: id,
    email: person.email,
    full_name: fullName(person),
    phone_number: chance(random, 0.8) ? person.phone : null,
    is_editable: chance(random, 0.75),
    created_at: at,
    updated_at: at,
    last_modified_at: at
  };
}

/** A user of Clazar. */
export interface ClazarUser {
  readonly email: string;
  readonly name: string;
  readonly role: 'Admin' | 'Member';
}

/** The people of the invented company; whoever opens the pages is one of them. */
export const people: readonly [ClazarUser, ...ClazarUser[]] = [
  { email: 'robin.admin@northwind-software.example', name: 'Robin Adler', role: 'Admin' },
  { email: 'sam.seller@northwind-software.example', name: 'Sam Okafor', role: 'Member' },
  { email: 'kim.alliance@northwind-software.example', name: 'Kim Larsen', role: 'Member' }
];

/** The person with an address; the first one for any other. */
export function personWith(email: string | undefined): ClazarUser {
  return people.find((person) => person.email === email) ?? people[0];
}

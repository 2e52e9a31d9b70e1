import type { Random } from '../../shared/index.ts';

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** Lower case, as AWS demands. */
  readonly email: string;
  /** E.164. */
  readonly phone: string;
}

const firstNames = (
  'Aisha Alejandro Amara Anders Anika Bruno Camille Carlos Chen Daniela David Elena Emma Farid ' +
  'Fatima Grace Hana Hugo Ines Ivan Jamal Jonas Julia Kavya Kenji Lars Leila Liam Lucia Maria ' +
  'Marcus Mei Mateo Nadia Nikhil Noah Olga Omar Priya Rafael Rosa Samuel Sofia Tariq Tomas Valeria ' +
  'Viktor Yara Yuki Zoe'
).split(' ');
const lastNames = (
  'Abbott Andersen Bauer Becker Bianchi Carter Castillo Chowdhury Costa Dubois Eriksen Fischer ' +
  'Fontaine Garcia Hansen Haddad Ito Jansen Kapoor Keller Khan Kowalski Lambert Larsen Lopez Martin ' +
  'Mehta Moreau Murphy Nakamura Novak Okafor Olsen Park Patel Petrov Quinn Rao Rivera Rossi Santos ' +
  'Schmidt Silva Singh Sullivan Tanaka Torres Vance Weber Wong'
).split(' ');

/** An invented person of a domain. */
export function personAt(random: Random, domain: string, phonePrefix = '+1206555'): Person {
  const firstName = random.pick(firstNames);
  const lastName = random.pick(lastNames);
  const line = String(random.integer(0, 9999)).padStart(4, '0');
  const email = `${firstName}.${lastName}@${domain}`.toLowerCase();
  return { firstName, lastName, email, phone: phonePrefix + line };
}

/** First and last name. */
export function fullName(person: Person): string {
  return `${person.firstName} ${person.lastName}`;
}

import { ifShown, unlessRefused } from './attack.ts';
import type { Threat } from './attack.ts';
import { doors } from './doors.ts';
import type { Door } from './doors.ts';
import type { Intruder } from './victim.ts';

/** Texts that leave the place they were meant for, where a program lets them. */
const hostile = [
  "' OR Id != null OR Name = '",
  "\\' OR Name LIKE '%",
  "x' LIMIT 0 --",
  'Name FROM User WHERE Id != null',
  '{"$ne":null}',
  '%',
  '<script>alert(1)</script>',
  'a'.repeat(100_000)
];

const numbers: Readonly<Record<string, unknown>> = {
  boolean: true,
  integer: -2_147_483_648,
  decimal: 1e300,
  double: 1e300,
  long: -1
};

/** A value of a parameter's type that holds the hostile text wherever a text fits. */
function argument(type: string, text: string): unknown {
  const lower = type.toLowerCase();
  if (lower.startsWith('list<') || lower.startsWith('set<')) return [text];
  if (lower.startsWith('map<')) return { [text]: text };
  return numbers[lower] ?? text;
}

/** A message that shows that the text reached the database or broke the program. */
const broken =
  /unexpected token|unexpected char|QueryException|NullPointer|ListException|Internal|SQLITE|undefined|is not a function/i;

async function knock(intruder: Intruder, door: Door, text: string): Promise<string[]> {
  const parameters = door.parameters.map(({ name, type }) => [name, argument(type, text)]);
  const path = `/services/local/apex/${door.name}`;
  const seen = await intruder.send('POST', path, Object.fromEntries(parameters));
  if (seen.status === 200 || !broken.test(seen.text)) return [];
  return [`${door.name}(${text.slice(0, 40)}): ${seen.text.slice(0, 200)}`];
}

export const injection: Threat = {
  name: 'Injection',
  attacks: [
    {
      what: 'puts SOQL, JSON and markup into every parameter of every method that a screen can call',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const found: string[] = [];
        for (const door of await doors()) {
          for (const text of hostile) found.push(...(await knock(rep, door, text)));
        }
        return found;
      }
    },
    {
      what: 'ends the text of an external id in a REST address with a quote',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const value = encodeURIComponent("' OR Clazar_Id__c != '");
        const path = `/services/data/v66.0/sobjects/Buyer__c/Clazar_Id__c/${value}`;
        return unlessRefused(await rep.send('GET', path), 404);
      }
    },
    {
      what: 'asks for a second statement in a query',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const soql = encodeURIComponent('SELECT Id FROM Buyer__c; DELETE FROM Buyer__c');
        return unlessRefused(await rep.send('GET', `/services/data/v66.0/query?q=${soql}`), 400);
      }
    },
    {
      what: 'names a field that is SQL',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const body = { 'Name") VALUES (1); --': 'x' };
        const path = '/services/data/v66.0/sobjects/Cosell_Opportunity__c';
        return unlessRefused(await rep.send('POST', path, body), 400, 403);
      }
    },
    {
      what: 'breaks out of a header by a correlation id',
      attempt: async ({ product }) => {
        const answer = await fetch(`${product.sandboxUrl}/listings/`, {
          headers: { 'x-correlation-id': 'a, set-cookie: b=c' }
        });
        const id = answer.headers.get('x-request-id') ?? '';
        return id.includes('cookie') ? [id] : [];
      }
    },
    {
      what: 'reads files of this machine through the addresses of assets',
      attempt: async (victim) => {
        const tricks = ['../package.json', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json'];
        const found: string[] = [];
        for (const trick of tricks) {
          for (const base of ['/assets/', '/lightning/', '/services/data/', '/']) {
            found.push(...ifShown(await victim.request(base + trick), 'clazar-for-salesforce'));
          }
        }
        return found;
      }
    }
  ]
};

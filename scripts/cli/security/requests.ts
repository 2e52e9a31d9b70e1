import { request as httpRequest } from 'node:http';
import { unlessRefused } from './attack.ts';
import type { Threat } from './attack.ts';
import type { Victim } from './victim.ts';

const deep = 200_000;
const nested = '['.repeat(deep) + ']'.repeat(deep);

async function sendRaw(url: string, headers: Record<string, string>, body: string) {
  const answer = await fetch(url, { method: 'POST', headers, body });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const json = { 'content-type': 'application/json' };

/** `fetch` sets Host itself; a browser whose name server was tricked sends the attacker's. */
function statusForHost(address: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(address, { headers: { host, accept: 'text/html' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end();
  });
}

async function alive({ product }: Victim): Promise<string[]> {
  const both = await Promise.all([
    fetch(`${product.url}/services/data`),
    fetch(`${product.sandboxUrl}/listings/`)
  ]);
  return both.filter(({ status }) => status >= 500).map(({ url }) => `${url} is down`);
}

export const forgedRequests: Threat = {
  name: 'Forged and malformed requests',
  attacks: [
    {
      what: "acts in a user's name from another site, by the cookie alone",
      attempt: async (victim) => {
        const { cookie } = await victim.as('Clazar Admin');
        const headers = { cookie, ...json, origin: 'https://evil.example' };
        const init = { method: 'POST', headers, body: '{"isFull":true}' };
        return unlessRefused(
          await victim.request('/services/local/apex/SyncController.start', init),
          401
        );
      }
    },
    {
      what: "points a name of its own at this machine to read the org as the user's browser",
      attempt: async ({ product }) => {
        const status = await statusForHost(`${product.url}/lightning/page/home`, 'evil.example');
        return status === 403 ? [] : [`org: ${String(status)}`];
      }
    },
    {
      what: 'sends JSON nested 200,000 levels deep to both servers',
      attempt: async (victim) => {
        const { product } = victim;
        const rep = await victim.as('Clazar User');
        const headers = { ...json, cookie: rep.cookie, 'x-local-org': '1' };
        const path = `${product.url}/services/data/v66.0/sobjects/Buyer__c`;
        const seen = await sendRaw(path, headers, nested);
        const other = await sendRaw(`${product.sandboxUrl}/authenticate/`, json, nested);
        return [
          ...unlessRefused(seen, 400),
          ...unlessRefused(other, 400, 401, 422),
          ...(await alive(victim))
        ];
      }
    },
    {
      what: 'sends a body larger than the sandbox takes',
      attempt: async (victim) => {
        const body = JSON.stringify({ client_id: 'x'.repeat(2_000_000) });
        const url = `${victim.product.sandboxUrl}/authenticate/`;
        return [...unlessRefused(await sendRaw(url, json, body), 413), ...(await alive(victim))];
      }
    },
    {
      what: 'sends half a JSON body',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const headers = { ...json, cookie: rep.cookie, 'x-local-org': '1' };
        const url = `${victim.product.url}/services/data/v66.0/sobjects/Buyer__c`;
        return unlessRefused(await sendRaw(url, headers, '{"Name": "A'), 400);
      }
    },
    {
      what: 'pollutes the prototype of objects by a JSON body',
      attempt: async (victim) => {
        const rep = await victim.as('Clazar User');
        const path = '/services/local/apex/SyncController.status';
        await rep.send('POST', path, JSON.parse('{"__proto__":{"polluted":true}}'));
        return 'polluted' in {} ? ['Object.prototype.polluted'] : [];
      }
    }
  ]
};

import { unlessRefused } from './attack.ts';
import type { Threat } from './attack.ts';
import type { Seen, Victim } from './victim.ts';

const authorize = '/services/oauth2/authorize';
const token = '/services/oauth2/token';

function form(fields: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString()
  };
}

/** Where an answer sends the browser, when that is not this org. */
function elsewhere({ product }: Victim, seen: Seen): string[] {
  const target = seen.headers.get('location');
  if (target === null) return [];
  const { origin } = new URL(target, product.url);
  return origin === new URL(product.url).origin ? [] : [target];
}

const client = 'PlatformCLI';

export const signIn: Threat = {
  name: 'Signing in',
  attacks: [
    {
      what: 'has the authorization code sent to an address that is not registered',
      attempt: async (victim) => {
        const query = new URLSearchParams({
          response_type: 'code',
          client_id: client,
          redirect_uri: 'https://evil.example/callback',
          state: 's'
        });
        const seen = await victim.request(`${authorize}?${query.toString()}`);
        return [...unlessRefused(seen, 400), ...elsewhere(victim, seen)];
      }
    },
    {
      what: 'is sent to another site after opening the front door',
      attempt: async (victim) => {
        const found: string[] = [];
        const targets = [
          'https://evil.example',
          '//evil.example',
          '/\\evil.example',
          'javascript:1'
        ];
        for (const target of targets) {
          const { cookie } = await victim.as('Clazar User');
          const headers = { cookie, 'x-local-org': '1' };
          const door = await victim.request('/services/oauth2/singleaccess', { headers });
          const { frontdoor_uri: address } = JSON.parse(door.text) as { frontdoor_uri: string };
          const url = `${address}&retURL=${encodeURIComponent(target)}`;
          found.push(...elsewhere(victim, await victim.request(url)));
        }
        return found;
      }
    },
    {
      what: 'opens the front door twice with one address',
      attempt: async (victim) => {
        const { cookie } = await victim.as('Clazar User');
        const headers = { cookie, 'x-local-org': '1' };
        const door = await victim.request('/services/oauth2/singleaccess', { headers });
        const { frontdoor_uri: address } = JSON.parse(door.text) as { frontdoor_uri: string };
        await victim.request(address);
        const second = await victim.request(address);
        return second.headers.get('set-cookie') === null ? [] : ['a second session'];
      }
    },
    {
      what: 'exchanges a code that it made up',
      attempt: async (victim) => {
        const fields = { grant_type: 'authorization_code', client_id: client, code: 'made-up' };
        return unlessRefused(await victim.request(token, form(fields)), 400, 401);
      }
    },
    {
      what: 'guesses the token of a session',
      attempt: async (victim) => {
        const headers = { authorization: `Bearer ${victim.product.org.organizationId}!guess` };
        return unlessRefused(await victim.request('/services/data/v66.0/limits', { headers }), 401);
      }
    },
    {
      what: 'goes on with a session that was revoked',
      attempt: async (victim) => {
        const { cookie } = await victim.as('Clazar User');
        const sid = decodeURIComponent(cookie.split('=')[1] ?? '');
        await victim.request('/services/oauth2/revoke', form({ token: sid }));
        const headers = { authorization: `Bearer ${sid}` };
        return unlessRefused(await victim.request('/services/data/v66.0/limits', { headers }), 401);
      }
    },
    {
      what: "calls Clazar's API without a token and with a stale one",
      attempt: async ({ product }) => {
        const path = `${product.sandboxUrl}/buyers/`;
        const bare = await fetch(path);
        const stale = await fetch(path, { headers: { authorization: 'Bearer stale' } });
        return [bare, stale]
          .filter(({ status }) => status !== 401)
          .map(({ status }) => `${status}`);
      }
    }
  ]
};

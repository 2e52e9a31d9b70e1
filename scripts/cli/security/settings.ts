import type { Threat } from './attack.ts';
import type { Victim } from './victim.ts';

const page = '/settings/apps/salesforce';

/** Addresses that are no Salesforce org, however much they look like one. */
const traps = [
  'http://169.254.169.254/latest/meta-data',
  'https://evil.example',
  'https://evil.example/acme.my.salesforce.com',
  'https://acme.my.salesforce.com.evil.example',
  'https://acme.my.salesforce.com@evil.example',
  'https://evil.example#.my.salesforce.com',
  'https://evil.example\\.my.salesforce.com',
  'file:///etc/passwd',
  'javascript:alert(1)'
];

interface Answer {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

async function post(address: string, fields: Record<string, string>, cookie = ''): Promise<Answer> {
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    body: new URLSearchParams(fields).toString()
  });
  const location = answer.headers.get('location') ?? '';
  return { status: answer.status, location, text: await answer.text() };
}

/** The page as a browser gets it: its cookie, and the hidden fields of its forms. */
async function openPage({
  product
}: Victim): Promise<{ cookie: string; hidden: [string, string][] }> {
  const answer = await fetch(product.sandboxUrl + page);
  const text = await answer.text();
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const fields = text.matchAll(/type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g);
  return { cookie, hidden: [...fields].map(([, name = '', value = '']) => [name, value]) };
}

export const settings: Threat = {
  name: 'Settings that lead elsewhere',
  attacks: [
    {
      what: 'has Clazar connect to an address that only looks like a Salesforce org',
      attempt: async (victim) => {
        const { cookie, hidden } = await openPage(victim);
        const found: string[] = [];
        for (const trap of traps) {
          const fields = { ...Object.fromEntries(hidden), instance_url: trap };
          const url = `${victim.product.sandboxUrl}${page}/connect`;
          const { status, location } = await post(url, fields, cookie);
          if (/^https?:/.test(location) || status >= 500) found.push(`${trap}: ${location}`);
        }
        return found;
      }
    },
    {
      what: 'connects and disconnects from another site, without the token of the form',
      attempt: async (victim) => {
        const { cookie } = await openPage(victim);
        const found: string[] = [];
        for (const act of ['connect', 'disconnect']) {
          const url = `${victim.product.sandboxUrl}${page}/${act}`;
          const fields = { instance_url: 'https://acme.my.salesforce.com' };
          const { location } = await post(url, fields, cookie);
          // Back to the page, which says that the form is out of date.
          if (location !== page) found.push(`${act}: ${location}`);
        }
        return found;
      }
    },
    {
      what: 'ends a login that it did not begin, with a state that it made up',
      attempt: async ({ product }) => {
        const url = `${product.sandboxUrl}${page}/callback?code=stolen&state=made-up`;
        const answer = await fetch(url, { redirect: 'manual' });
        const text = await answer.text();
        return text.includes('✓ Connected') ? [text.slice(0, 200)] : [];
      }
    }
  ]
};

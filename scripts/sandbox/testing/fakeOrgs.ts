import { createHash } from 'node:crypto';
import type { Fetch } from '../salesforce/index.ts';

/** What a pretended org was asked, as `VERB path`. */
export interface FakeOrg {
  readonly url: string;
  readonly id: string;
  readonly name: string;
  /** Who logs in there next. */
  userId: string;
  username: string;
  isSandbox: boolean;
  /** Records written, latest last. */
  readonly written: Record<string, unknown>[];
  readonly revoked: string[];
  /** Answers every write with this status. */
  refusal: number | undefined;
  /** The challenge of the login that is under way. */
  challenge: string;
}

/** Pretended Salesforce orgs behind one `fetch`. */
export interface FakeOrgs {
  readonly fetch: Fetch;
  add(name: string): FakeOrg;
}

export function createFakeOrgs(): FakeOrgs {
  const orgs: FakeOrg[] = [];
  return {
    add: (name) => {
      const org: FakeOrg = {
        url: `https://${name}.my.salesforce.com`,
        id: `00D${name.padEnd(15, '0').slice(0, 15)}`,
        name: `${name} Inc`,
        userId: `005${name.padEnd(15, '0').slice(0, 15)}`,
        username: `ada@${name}.example`,
        isSandbox: false,
        written: [],
        revoked: [],
        refusal: undefined,
        challenge: ''
      };
      orgs.push(org);
      return org;
    },
    fetch: (url, init) => {
      const org = orgs.find((candidate) => url.startsWith(candidate.url));
      if (!org) return Promise.reject(new Error('no such host'));
      return Promise.resolve(answer(org, new URL(url), init));
    }
  };
}

function answer(org: FakeOrg, { pathname }: URL, init: RequestInit = {}): Response {
  const text = typeof init.body === 'string' ? init.body : '';
  const form = new URLSearchParams(text);
  if (pathname === '/services/oauth2/token') return tokens(org, form);
  if (pathname === '/services/oauth2/revoke') {
    org.revoked.push(form.get('token') ?? '');
    return Response.json({});
  }
  if (pathname === '/services/oauth2/userinfo') {
    return Response.json({ preferred_username: org.username, organization_id: org.id });
  }
  if (init.method === 'PATCH') return write(org, pathname, text);
  const row = {
    Id: org.id,
    Name: org.name,
    OrganizationType: 'Enterprise Edition',
    IsSandbox: org.isSandbox,
    LastModifiedDate: '2026-11-20T10:00:00.000+0000'
  };
  return Response.json({ records: [row] });
}

function tokens(org: FakeOrg, form: URLSearchParams): Response {
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (form.get('grant_type') === 'authorization_code' && challenge !== org.challenge) {
    return Response.json(
      { error: 'invalid_grant', error_description: 'invalid code verifier' },
      { status: 400 }
    );
  }
  return Response.json({
    access_token: `access-${org.id}`,
    refresh_token: `refresh-${org.id}`,
    instance_url: org.url,
    id: `${org.url}/id/${org.id}/${org.userId}`
  });
}

function write(org: FakeOrg, pathname: string, text: string): Response {
  if (org.refusal !== undefined) {
    const body = [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'insufficient access rights' }];
    return Response.json(body, { status: org.refusal });
  }
  const [object] = pathname.split('/sobjects/')[1]?.split('/') ?? [];
  org.written.push({ object, ...(JSON.parse(text) as Record<string, unknown>) });
  return new Response(null, { status: 204 });
}

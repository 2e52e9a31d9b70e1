import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An org that allows whatever it is asked, without a page: enough to connect Clazar to it instead. */
export interface OtherOrg {
  readonly url: string;
  readonly name: string;
  close(): Promise<void>;
}

const id = '00D000000000OTHER0';
const name = 'Other Inc';

type Answer = (request: URL, url: string) => unknown;

const answers: Readonly<Record<string, Answer>> = {
  '/services/oauth2/token': (_, url) => ({
    access_token: 'access-other',
    refresh_token: 'refresh-other',
    instance_url: url,
    id: `${url}/id/${id}/005000000000OTHER0`
  }),
  '/services/oauth2/userinfo': () => ({
    preferred_username: 'integration@other.example',
    organization_id: id
  }),
  '/services/data/v66.0/query': () => ({
    records: [{ Id: id, Name: name, OrganizationType: 'Enterprise Edition', IsSandbox: false }]
  })
};

/** Listens on a free port. */
export async function startOtherOrg(): Promise<OtherOrg> {
  const server = createServer((request, response) => {
    answer(request, response);
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    name,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => {
          closed();
        });
      })
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = `http://${request.headers.host ?? ''}`;
  const asked = new URL(request.url ?? '/', url);
  if (asked.pathname === '/services/oauth2/authorize') {
    response.writeHead(302, { location: allowed(asked) }).end();
    return;
  }
  const body = answers[asked.pathname]?.(asked, url) ?? {};
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function allowed({ searchParams }: URL): string {
  const back = new URL(searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('code', 'allowed');
  back.searchParams.set('state', searchParams.get('state') ?? '');
  return back.href;
}

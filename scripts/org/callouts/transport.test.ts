import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performCallout } from './index.ts';
import type { CalloutRequest } from './index.ts';

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close().closeAllConnections()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function post(url: string, timeout = 10_000): CalloutRequest {
  return { method: 'POST', url, headers: [['X-A', '1']], body: Buffer.from('hi'), timeout };
}

test('should hand back status, headers and body', async () => {
  const url = await serve((request, response) => {
    response.writeHead(201, { 'X-Seen': request.headers['x-a'] });
    request.pipe(response);
  });

  const outcome = await performCallout(post(url));

  expect(outcome).toMatchObject({ kind: 'response', response: { statusCode: 201 } });
  const response = outcome.kind === 'response' ? outcome.response : undefined;
  expect(response?.headers).toContainEqual(['X-Seen', '1']);
  expect(Buffer.from(response?.body ?? []).toString()).toBe('hi');
});

test('should not follow redirects', async () => {
  const url = await serve((_request, response) =>
    response.writeHead(302, { Location: '/b' }).end()
  );

  expect(await performCallout(post(url))).toMatchObject({ response: { statusCode: 302 } });
});

test('should end in "Read timed out" when no answer comes in time', async () => {
  const url = await serve(() => undefined);

  expect(await performCallout(post(url, 20))).toEqual({
    kind: 'failure',
    message: 'Read timed out'
  });
});

test('should say that the connection was cut', async () => {
  const url = await serve((request) => request.socket.destroy());

  expect(await performCallout(post(url))).toEqual({ kind: 'failure', message: 'Connection reset' });
});

import { createServer } from '../../org/index.ts';
import { listen } from './orgServer.ts';

test('should listen on this machine only', async () => {
  const app = createServer();

  const address = await listen(app, 0);

  expect(address).toMatch(/^http:\/\/localhost:\d+$/);
  expect(app.server.address()).toMatchObject({ address: '127.0.0.1' });
  await app.close();
});

test('should answer to no other name, so that no site can be pointed at it', async () => {
  const app = createServer();

  for (const host of ['evil.example', 'localhost.evil.example', '192.168.0.1:4000']) {
    const response = await app.inject({ url: '/services/data', headers: { host } });
    expect(response.statusCode).toBe(403);
  }
});

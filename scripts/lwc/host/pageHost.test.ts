import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { LwcBuild } from '../build/index.ts';
import { publish } from '../build/publish.ts';
import { temporaryFolder } from '../testing/projects.ts';
import { registerPageHost } from './pageHost.ts';

function createHost(): FastifyInstance {
  const assetsFolder = join(temporaryFolder(), 'assets');
  mkdirSync(assetsFolder, { recursive: true });
  writeFileSync(join(assetsFolder, '..', 'secret.js'), 'secret');
  publish(assetsFolder, 'boot-1.js', 'console.log(1);');
  const build: LwcBuild = {
    assetsFolder,
    vendor: 'vendor-1.js',
    boot: 'boot-1.js',
    main: 'main-1.js',
    staticFiles: ['slds1-1.css', 'slds2-1.css', 'utility-sprite-1.svg'],
    fresh: false
  };
  const app = Fastify();
  registerPageHost(app, { build: () => build });
  return app;
}

test.each([
  '/lightning',
  '/lightning/page/home',
  '/lightning/r/Offer__c/a01/view',
  '/lightning/o/X/list?filterName=All'
])('should answer %s with the page', async (url) => {
  const response = await createHost().inject(url);

  expect(response.statusCode).toBe(200);
  expect(response.body).toContain('src="/lightning/assets/boot-1.js"');
  expect(response.body).toContain('href="/lightning/assets/slds2-1.css"');
  expect(response.headers['content-security-policy']).toContain("script-src 'self';");
});

test('should follow the theme of the cookie', async () => {
  const headers = { cookie: 'sid=x; local-org-theme=slds1' };

  const response = await createHost().inject({ url: '/lightning/page/home', headers });

  expect(response.body).toContain('href="/lightning/assets/slds1-1.css"');
  expect(response.body).toContain('class="slds-color-scheme_light"');
});

test.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['identity', undefined]
])('should send files for accept-encoding %s', async (accepted, encoding) => {
  const response = await createHost().inject({
    url: '/lightning/assets/boot-1.js',
    headers: { 'accept-encoding': accepted }
  });

  expect(response.statusCode).toBe(200);
  expect(response.headers['content-encoding']).toBe(encoding);
  expect(response.headers['cache-control']).toContain('immutable');
  expect(response.headers['content-type']).toContain('text/javascript');
});

test.each(['nothing.js', '..%2Fsecret.js', 'boot-1.js.br'])('should not send %s', async (name) => {
  const response = await createHost().inject(`/lightning/assets/${name}`);

  expect(response.statusCode).toBe(404);
});

import Fastify from 'fastify';
import { readProject } from '../../org/index.ts';
import { projectFolder } from '../tools/index.ts';
import { registerStaticResources } from './staticResources.ts';

const project = await readProject(projectFolder);

function answer(url: string) {
  const app = Fastify();
  registerStaticResources(app, { project });
  return app.inject(url);
}

test.each([
  '/resource/clazar__Cloud_Logos/aws.svg',
  '/resource/Cloud_Logos/aws.svg',
  '/resource/1700000000000/clazar__Cloud_Logos/aws.svg'
])('should serve a file of an archive at %s', async (url) => {
  const { statusCode, headers, body } = await answer(url);

  expect([statusCode, headers['content-type']]).toEqual([200, 'image/svg+xml']);
  expect(headers['content-security-policy']).toContain('sandbox');
  expect(body).toContain('<svg');
});

test.each([
  '/resource/Nothing/aws.svg',
  '/resource/Cloud_Logos/nothing.svg',
  '/resource/Cloud_Logos',
  '/resource/Cloud_Logos/..%2FCloud_Logos.resource-meta.xml',
  '/resource/Cloud_Logos/%2e%2e/%2e%2e/%2e%2e/%2e%2e/package.json'
])('should find nothing at %s', async (url) => {
  expect((await answer(url)).statusCode).toBe(404);
});

import { createReadStream, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Org } from '../../org/index.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
};

/** A picture is shown by the page that asks for it; opened by itself it may run nothing. */
const contentSecurityPolicy = `default-src 'none'; style-src 'unsafe-inline'; sandbox`;

/**
 * Serves the project's static resources: `/resource/clazar__Cloud_Logos/aws.svg`, with or without namespace and time.
 * @see https://developer.salesforce.com/docs/atlas.en-us.pages.meta/pages/pages_resources_reference.htm
 */
export function registerStaticResources(app: FastifyInstance, org: Pick<Org, 'project'>): void {
  app.get<{ Params: { '*': string } }>('/resource/*', (request, reply) => {
    const file = fileOf(org.project, request.params['*']);
    if (file === undefined) return reply.code(404).type('text/plain').send('Not found.');
    return reply
      .header('content-security-policy', contentSecurityPolicy)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=60')
      .type(contentTypes[extname(file)] ?? 'application/octet-stream')
      .send(createReadStream(file));
  });
}

function fileOf(project: Org['project'], path: string): string | undefined {
  const [name = '', ...inner] = path.replace(/^\d+\//, '').split('/');
  const prefix = `${project.namespace ?? ''}__`;
  const own = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  const content = project.component('StaticResource', own)?.content;
  return content === undefined ? undefined : within(join(project.folder, content), inner);
}

/** A file below the resource's folder, or the resource itself; never one beside it. */
function within(root: string, inner: readonly string[]): string | undefined {
  const file = resolve(root, ...inner);
  const isInside = file === root || file.startsWith(root + sep);
  return isInside && isFile(file) ? file : undefined;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

import { createReadStream, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { assetsUrl } from '../build/index.ts';
import type { LwcBuild } from '../build/index.ts';
import { pageRenderer } from './html.ts';

export interface PageHostOptions {
  /** The current build; asked for with every page, so that a rebuild shows after a reload. */
  readonly build: () => LwcBuild;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json'
};

/**
 * Only code and data of this origin. Inline styles are allowed as on the platform: the LWC
 * engine adds a style element for each component that has a style sheet.
 */
const contentSecurityPolicy = [
  `default-src 'self'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'self'`
].join('; ');

/**
 * Serves the Lightning-like shell below `/lightning` and its files below `/lightning/assets`.
 * The same origin must serve the UI API, `/services/local/session`, `/services/local/pages`
 * and `/services/local/apex/...`.
 */
export function registerPageHost(app: FastifyInstance, options: PageHostOptions): void {
  const render = createRenderer(options);
  const sendPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply
      .header('content-security-policy', contentSecurityPolicy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(render(request.headers.cookie ?? ''));
  app.get('/lightning', sendPage);
  app.get('/lightning/*', sendPage);
  app.get<{ Params: { name: string } }>(`${assetsUrl}/:name`, (request, reply) =>
    sendAsset(request, reply, options)
  );
}

function createRenderer({ build }: PageHostOptions): (cookies: string) => string {
  let known: { build: LwcBuild; render: (cookies: string) => string } | undefined;
  return (cookies) => {
    const current = build();
    if (known?.build !== current) known = { build: current, render: pageRenderer(current) };
    return known.render(cookies);
  };
}

const encodings = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' }
];

/** Names carry a hash of the contents: a browser asks once. */
function sendAsset(
  request: FastifyRequest<{ Params: { name: string } }>,
  reply: FastifyReply,
  { build }: PageHostOptions
): FastifyReply {
  const { name } = request.params;
  const file = join(build().assetsFolder, name);
  const type = contentTypes[extname(name)];
  if (!/^[\w.-]+$/.test(name) || type === undefined || !existsSync(file)) {
    return reply.code(404).type('text/plain').send('There is no such file.');
  }
  const accepted = request.headers['accept-encoding'] ?? '';
  const encoding = encodings.find((one) => accepted.includes(one.name));
  if (encoding !== undefined) reply.header('content-encoding', encoding.name);
  return reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .header('x-content-type-options', 'nosniff')
    .type(type)
    .send(createReadStream(file + (encoding?.extension ?? '')));
}

import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../shared/index.ts';
import { localCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';

export interface SecureDoor {
  /** `https://localhost:…` */
  readonly url: string;
  /** What clients are to trust: `NODE_EXTRA_CA_CERTS` names it to those that run in Node. */
  readonly certificateFile: string;
  close(): void;
}

export interface SecureDoorOptions {
  readonly port: number;
  /** Where the certificate is kept. */
  readonly folder: string;
  readonly clock: Clock;
}

/**
 * A second door to a server that is ready, on this machine only, for clients that insist on TLS: `sf org login
 * sfdx-url` does.
 */
export async function listenSecurely(
  app: FastifyInstance,
  { port, folder, clock }: SecureDoorOptions
): Promise<SecureDoor> {
  const certificateFile = join(folder, 'localhost.crt');
  const { key, certificate } = keptCertificate(certificateFile, clock);
  const server = createServer({ key, cert: certificate }, (request, response) => {
    app.routing(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ host: '127.0.0.1', port }, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `https://localhost:${String(actual)}`,
    certificateFile,
    close: () => {
      server.closeAllConnections();
      server.close();
    }
  };
}

/** The certificate of the last start, or a new one when it has expired. */
function keptCertificate(file: string, clock: Clock): Certificate {
  const keyFile = file.replace(/\.crt$/, '.key');
  if (existsSync(file) && existsSync(keyFile)) {
    const certificate = readFileSync(file, 'utf8');
    const expires = Date.parse(new X509Certificate(certificate).validTo);
    if (expires > clock.now()) return { certificate, key: readFileSync(keyFile, 'utf8') };
  }
  const made = localCertificate(clock.now());
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(keyFile, made.key, { mode: 0o600 });
  writeFileSync(file, made.certificate);
  return made;
}

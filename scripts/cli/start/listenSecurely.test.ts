import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from '../../org/index.ts';
import { manualClock, systemClock } from '../../shared/index.ts';
import { localCertificate } from './certificate.ts';
import { listenSecurely } from './listenSecurely.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secure-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** @param trusted the only certificate that the client believes */
function ask(url: string, trusted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { ca: trusted }, (response) => {
      response.setEncoding('utf8').once('data', resolve);
    }).once('error', reject);
  });
}

describe('the door with TLS', () => {
  test('should be opened by clients that trust its certificate', async () => {
    const app = createServer();
    app.get('/hello', ({ protocol }) => ({ protocol }));
    await app.ready();
    const door = await listenSecurely(app, { port: 0, folder, clock: systemClock });
    const trusted = readFileSync(door.certificateFile, 'utf8');

    const answer = await ask(`${door.url}/hello`, trusted);
    const stranger = ask(`${door.url}/hello`, localCertificate(systemClock.now()).certificate);

    expect(answer).toBe('{"protocol":"https"}');
    await expect(stranger).rejects.toThrow();
    door.close();
  });

  test('should keep its certificate until it expires, and its key to itself', async () => {
    const clock = manualClock('2026-11-24T10:00:00Z');
    const open = async (): Promise<string> => {
      const door = await listenSecurely(createServer(), { port: 0, folder, clock });
      door.close();
      return readFileSync(door.certificateFile, 'utf8');
    };
    const first = await open();
    const second = await open();
    clock.advance(400 * 24 * 60 * 60 * 1000);
    const third = await open();

    expect([second === first, third === first]).toEqual([true, false]);
    expect(statSync(join(folder, 'localhost.key')).mode & 0o077).toBe(0);
  });

  test('should have a certificate for localhost that signs itself', () => {
    const parsed = new X509Certificate(
      localCertificate(Date.parse('2026-11-24T10:00:00Z')).certificate
    );

    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(parsed.checkHost('localhost')).toBe('localhost');
    expect(parsed.validTo).toBe('Nov 24 10:00:00 2027 GMT');
  });
});

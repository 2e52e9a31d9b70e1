import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localCertificate } from '../start/index.ts';
import { workbench } from './workbench.ts';
import type { SfResult, Workbench } from './workbench.ts';

let bench: Workbench;
let project: string;
const { key, certificate } = localCertificate(Date.now());

beforeAll(async () => {
  bench = await workbench();
  project = bench.sample();
});
afterAll(() => bench.close());

const login = (...parameters: readonly string[]): Promise<SfResult> =>
  bench.sf(project, 'org', 'login', ...parameters);

/** Whom the org takes the alias for. */
async function userOf(alias: string, sf = bench.sf): Promise<unknown> {
  const { text } = await sf(
    ...[project, '--plain', 'api', 'request', 'rest', '/services/oauth2/userinfo'],
    ...['--target-org', alias]
  );
  return /"preferred_username":\s*"([^"]*)"/.exec(text)?.[1] ?? text;
}

/** What opens a browser on this machine: it returns at once, as the real one does. */
function browser(): NodeJS.ProcessEnv {
  const script = join(dirname(fileURLToPath(import.meta.url)), 'browserScript.ts');
  const folder = join(bench.folder, 'browser');
  const file = join(folder, 'browse');
  const words = [process.execPath, script, bench.username, bench.password];
  mkdirSync(folder);
  writeFileSync(file, `#!/bin/sh\n'${words.join("' '")}' "$1" >/dev/null 2>&1 &\n`);
  chmodSync(file, 0o755);
  symlinkSync(file, join(folder, 'open'));
  return { BROWSER: file, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
}

describe('sf org login', () => {
  test('web: should log in on the page, allow, and come back with a refresh token', async () => {
    const address = ['--instance-url', bench.instanceUrl];
    const sf = bench.sfWith(browser());

    const { exitCode, text } = await sf(project, 'org', 'login', 'web', ...address, '-a', 'web');

    expect([exitCode, exitCode === 0 ? '' : text]).toEqual([0, '']);
    expect(await userOf('web')).toBe(bench.username);
  });

  test('jwt: should log in with the certificate of a connected app of the project', async () => {
    const folder = join(project, 'force-app/main/default/connectedApps');
    mkdirSync(folder);
    writeFileSync(join(folder, 'Robot.connectedApp-meta.xml'), connectedApp);
    writeFileSync(join(project, 'robot.key'), key);
    await bench.sf(project, 'project', 'deploy', 'start', '--metadata', 'ConnectedApp:Robot');
    const app = ['--client-id', 'robot-consumer-key', '--username', bench.username];
    const address = ['--instance-url', bench.instanceUrl];

    const { exitCode, text } = await login(
      'jwt',
      ...app,
      ...address,
      '--jwt-key-file',
      'robot.key',
      '-a',
      'jwt'
    );

    expect([exitCode, exitCode === 0 ? '' : text]).toEqual([0, '']);
    expect(await userOf('jwt')).toBe(bench.username);
  });

  test('sfdx-url: should log in over TLS with a refresh token', async () => {
    const door = await bench.secure();
    const sf = bench.sfWith({ NODE_EXTRA_CA_CERTS: door.certificateFile });
    const host = door.url.replace('https://', '');
    const url = `force://PlatformCLI::${await refreshToken()}@${host}`;
    writeFileSync(join(project, 'url.txt'), url);

    const file = ['--sfdx-url-file', 'url.txt', '--alias', 'url'];
    const { exitCode, text } = await sf(project, 'org', 'login', 'sfdx-url', ...file);

    expect([exitCode, exitCode === 0 ? '' : text]).toEqual([0, '']);
    expect(await userOf('url', sf)).toBe(bench.username);
  });

  test('access-token: should refuse a token that is none', async () => {
    const sf = bench.sfWith({ SF_ACCESS_TOKEN: `${bench.accessToken.slice(0, 16)}nobodys.token` });
    const address = ['--instance-url', bench.instanceUrl, '--no-prompt'];

    const { exitCode } = await sf(project, 'org', 'login', 'access-token', ...address);

    expect(exitCode).not.toBe(0);
  });

  test('should have asked for nothing that the org does not know', () => {
    expect(bench.unknown).toEqual([]);
  });
});

const connectedApp = `<?xml version="1.0" encoding="UTF-8"?>
<ConnectedApp xmlns="http://soap.sforce.com/2006/04/metadata">
    <contactEmail>robot@example.com</contactEmail>
    <label>Robot</label>
    <oauthConfig>
        <callbackUrl>http://localhost:1717/OauthRedirect</callbackUrl>
        <certificate>${certificate}</certificate>
        <consumerKey>robot-consumer-key</consumerKey>
        <isAdminApproved>true</isAdminApproved>
        <scopes>Api</scopes>
        <scopes>RefreshToken</scopes>
    </oauthConfig>
</ConnectedApp>
`;

async function refreshToken(): Promise<string> {
  const granted = await tokens({
    grant_type: 'authorization_code',
    client_id: 'PlatformCLI',
    redirect_uri: 'http://localhost:1717/OauthRedirect',
    code: bench.issueCode()
  });
  return granted['refresh_token'] ?? '';
}

async function tokens(form: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const url = `${bench.instanceUrl}/services/oauth2/token`;
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return (await response.json()) as Record<string, string>;
}

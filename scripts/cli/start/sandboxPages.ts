import type { OAuthClient } from '../../org/index.ts';
import { fileTexts } from '../../org/index.ts';
import type { PagesOptions } from '../../sandbox/index.ts';
import { pagePaths } from '../../sandbox/index.ts';
import { UserError } from '../../shared/index.ts';

/** Clazar's External Client App, as the local org knows it. Not a secret: it opens invented data only. */
const demoApp = {
  clientId: 'clazar-sandbox-app',
  clientSecret: 'clazar-sandbox-app-secret'
};

/**
 * The sandbox's pages, with the connection kept in the data folder.
 *
 * @throws UserError when the version is no version
 * @param environment for a real org: `SALESFORCE_CLIENT_ID` and `SALESFORCE_CLIENT_SECRET` of an External Client
 *   App that has the sandbox's callback address, and `CLAZAR_PACKAGE_VERSION` (`04t…`) of the widget
 */
export function sandboxPages(dataFolder: string, environment: NodeJS.ProcessEnv): PagesOptions {
  const kept = fileTexts<string>(dataFolder, 'salesforce-connection.json');
  const packageVersionId = versionId(environment['CLAZAR_PACKAGE_VERSION']);
  return {
    app: {
      clientId: environment['SALESFORCE_CLIENT_ID'] ?? demoApp.clientId,
      clientSecret: environment['SALESFORCE_CLIENT_SECRET'] ?? demoApp.clientSecret
    },
    keeper: {
      read: () => kept.load()['accounts'],
      write: (text) => kept.save({ accounts: text })
    },
    ...(packageVersionId !== undefined && { packageVersionId })
  };
}

function versionId(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined;
  if (/^04t[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/.test(given)) return given;
  throw new UserError(
    `CLAZAR_PACKAGE_VERSION is “${given}”, which is no id of a package version.`,
    'Give the 04t… that npm run package prints, or leave it out.'
  );
}

/** The app as the local org's OAuth knows it; browsers may reach the sandbox by name or by number. */
export function sandboxClient(sandboxUrl: string): OAuthClient {
  const { port } = new URL(sandboxUrl);
  return {
    id: demoApp.clientId,
    label: 'Clazar',
    secret: demoApp.clientSecret,
    callbackUrls: ['localhost', '127.0.0.1'].map(
      (host) => `http://${host}:${port}${pagePaths.callback}`
    ),
    scopes: ['api', 'refresh_token', 'openid', 'id'],
    secretOptional: false,
    pkceRequired: true,
    runAsUsername: undefined,
    certificate: undefined,
    adminApproved: false
  };
}

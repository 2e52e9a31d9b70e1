import { createProject } from '../../metadata/index.ts';
import type { Component, XmlNode } from '../../metadata/index.ts';
import { createClients } from './index.ts';
import { callback } from './testing/oauthServer.ts';

describe('apps of a project', () => {
  function component(type: string, fullName: string, xml: XmlNode): Component {
    return { type, fullName, file: `${fullName}.xml`, content: undefined, xml };
  }

  function clientsOf(...components: Component[]): ReturnType<typeof createClients> {
    const project = createProject({
      folder: '/project',
      namespace: undefined,
      apiVersion: '66.0',
      packageDirectories: ['force-app'],
      components,
      fingerprint: ''
    });
    return createClients(() => project);
  }

  test('should be read from a connected app', () => {
    const oauthConfig = {
      consumerKey: 'key',
      consumerSecret: 'secret',
      callbackUrl: 'http://localhost/a\nhttp://localhost/b',
      scopes: ['Api', 'RefreshToken'],
      isPkceRequired: 'true',
      isClientCredentialEnabled: 'true',
      oauthClientCredentialUser: 'run@example.com'
    };

    const client = clientsOf(component('ConnectedApp', 'App', { label: 'App', oauthConfig })).get(
      'key'
    );

    expect(client).toMatchObject({
      label: 'App',
      secret: 'secret',
      callbackUrls: ['http://localhost/a', 'http://localhost/b'],
      scopes: ['api', 'refresh_token'],
      pkceRequired: true,
      runAsUsername: 'run@example.com',
      adminApproved: false
    });
  });

  test('should be read from an external client app, its settings and policies', () => {
    const externalClientApplication = 'App';
    const clients = clientsOf(
      component('ExternalClientApplication', 'App', { label: 'My App' }),
      component('ExtlClntAppOauthSettings', 'Settings', {
        externalClientApplication,
        commaSeparatedOauthScopes: 'Api, Web, RefreshToken, OpenID'
      }),
      component('ExtlClntAppGlobalOauthSettings', 'Shared', {
        externalClientApplication,
        callbackUrl: callback,
        consumerKey: 'key',
        isPkceRequired: 'true',
        isRefreshTokenRotationEnabled: 'true'
      }),
      component('ExtlClntAppOauthConfigurablePolicies', 'Policies', {
        externalClientApplication,
        permittedUsersPolicyType: 'AdminApprovedPreAuthorized',
        isClientCredentialsFlowEnabled: 'true',
        clientCredentialsFlowUser: 'run@example.com'
      })
    );

    expect(clients.get('key')).toMatchObject({
      label: 'My App',
      callbackUrls: [callback],
      scopes: ['api', 'web', 'refresh_token', 'openid'],
      pkceRequired: true,
      adminApproved: true,
      rotatesRefreshTokens: true,
      runAsUsername: 'run@example.com'
    });
  });

  test('should know the CLI, and an app that has no OAuth not', () => {
    const clients = clientsOf(component('ExternalClientApplication', 'Plain', { label: 'Plain' }));

    expect(clients.get('PlatformCLI')).toMatchObject({ label: 'Salesforce CLI' });
    expect(clients.get('Plain')).toBeUndefined();
  });
});

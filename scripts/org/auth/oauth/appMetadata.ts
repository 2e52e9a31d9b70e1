import { flagOf, nodeOf, textOf, textsOf } from '../../metadata/index.ts';
import type { Component, Project, XmlNode } from '../../metadata/index.ts';
import type { OAuthClient } from './clients.ts';

/** Metadata's words for scopes, as OAuth names them. */
const scopeNames: Readonly<Record<string, string>> = {
  Address: 'address',
  Api: 'api',
  Basic: 'id',
  Chatter: 'chatter_api',
  CustomPermissions: 'custom_permissions',
  Email: 'email',
  Full: 'full',
  Lightning: 'lightning',
  OpenID: 'openid',
  Phone: 'phone',
  Profile: 'profile',
  RefreshToken: 'refresh_token',
  Web: 'web'
};

/** The OAuth clients that a project describes. */
export function projectClients(project: Project): OAuthClient[] {
  return [
    ...project.components('ConnectedApp').flatMap(readConnectedApp),
    ...project.components('ExternalClientApplication').flatMap((app) => readExternal(project, app))
  ];
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_connectedapp.htm */
function readConnectedApp({ fullName, xml }: Component): OAuthClient[] {
  const config = nodeOf(xml, 'oauthConfig');
  const id = config === undefined ? undefined : textOf(config, 'consumerKey');
  if (config === undefined || id === undefined) return [];
  const runAs = textOf(config, 'oauthClientCredentialUser');
  return [
    {
      id,
      label: textOf(xml, 'label') ?? fullName,
      ...secretOf(config),
      callbackUrls: callbacks(config),
      scopes: textsOf(config, 'scopes').flatMap((scope) => scopeNames[scope] ?? []),
      runAsUsername: flagOf(config, 'isClientCredentialEnabled') ? runAs : undefined,
      certificate: textOf(config, 'certificate'),
      adminApproved: flagOf(config, 'isAdminApproved')
    }
  ];
}

/**
 * An external client app, whose settings and policies are components of their own that name it. One without a consumer
 * key (a packaged app's settings never have it) is known by `<app>` as its key.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_externalclientapplication.htm
 */
function readExternal(project: Project, { fullName, xml }: Component): OAuthClient[] {
  const part = (type: string): XmlNode | undefined =>
    project
      .components(type)
      .find((each) => textOf(each.xml, 'externalClientApplication') === fullName)?.xml;
  const settings = part('ExtlClntAppOauthSettings');
  if (settings === undefined) return [];
  const shared = part('ExtlClntAppGlobalOauthSettings') ?? {};
  const policies = part('ExtlClntAppOauthConfigurablePolicies') ?? {};
  const runAs = textOf(policies, 'clientCredentialsFlowUser');
  return [
    {
      id: textOf(shared, 'consumerKey') ?? fullName,
      label: textOf(xml, 'label') ?? fullName,
      ...secretOf(shared),
      callbackUrls: callbacks(shared),
      scopes: externalScopes(settings),
      runAsUsername: flagOf(policies, 'isClientCredentialsFlowEnabled') ? runAs : undefined,
      certificate: textOf(shared, 'certificate'),
      adminApproved: textOf(policies, 'permittedUsersPolicyType') === 'AdminApprovedPreAuthorized',
      rotatesRefreshTokens: flagOf(shared, 'isRefreshTokenRotationEnabled')
    }
  ];
}

function externalScopes(settings: XmlNode): string[] {
  const words = (textOf(settings, 'commaSeparatedOauthScopes') ?? '').split(/\s*,\s*/);
  return words.flatMap((word) => scopeNames[word] ?? []);
}

function secretOf(node: XmlNode): Pick<OAuthClient, 'secret' | 'secretOptional' | 'pkceRequired'> {
  return {
    secret: textOf(node, 'consumerSecret'),
    secretOptional: flagOf(node, 'isConsumerSecretOptional'),
    pkceRequired: flagOf(node, 'isPkceRequired')
  };
}

function callbacks(node: XmlNode): string[] {
  return (textOf(node, 'callbackUrl') ?? '').split(/\s+/).filter((url) => url !== '');
}

import { CalloutRefusal, memorySecrets, prepareCallout } from './index.ts';
import type { CalloutSettings, ExternalCredential, NamedCredential, RawCallout } from './index.ts';

const credential: NamedCredential = {
  name: 'Clazar',
  url: 'https://api.clazar.io/',
  enabled: true,
  mergeFieldsInHeader: true,
  mergeFieldsInBody: false,
  generateAuthorizationHeader: false,
  externalCredential: 'Clazar',
  headers: []
};

const external: ExternalCredential = {
  name: 'Clazar',
  protocol: 'Custom',
  principals: ['Main'],
  headers: [
    { name: 'Authorization', value: `{!'Bearer ' & $Credential.Clazar.Token}`, sequence: 1 }
  ]
};

function settings(changes: Partial<CalloutSettings> = {}): CalloutSettings {
  const secrets = memorySecrets();
  secrets.set('Clazar', 'Main', new Map([['Token', 'abc']]));
  return {
    namedCredential: (name) => (name === 'Clazar' ? credential : undefined),
    externalCredential: (name) => (name === 'Clazar' ? external : undefined),
    remoteSites: ['https://example.com'],
    secrets,
    mayUsePrincipal: () => true,
    rewrites: new Map(),
    ...changes
  };
}

function get(endpoint: string, headers: RawCallout['headers'] = []): RawCallout {
  return { method: 'GET', endpoint, headers, body: new Uint8Array(), timeout: 10_000 };
}

describe('a callout through a named credential', () => {
  test('should join path and query to its URL and add the authentication header', () => {
    const prepared = prepareCallout(get('callout:Clazar/v1/listings/?page=1'), settings());

    expect(prepared.url).toBe('https://api.clazar.io/v1/listings/?page=1');
    expect(prepared.headers).toContainEqual(['Authorization', 'Bearer abc']);
  });

  test('should fill merge fields in headers', () => {
    const raw = get('callout:Clazar', [['X-Key', '{!$Credential.Clazar.Token}']]);

    const prepared = prepareCallout(raw, settings());

    expect(prepared.headers).toContainEqual(['X-Key', 'abc']);
  });

  test('should compute a Basic header by formula', () => {
    const value = `{!'Basic ' & BASE64ENCODE(BLOB($Credential.Clazar.Token & ':' & 'x'))}`;
    const basic = { ...external, headers: [{ name: 'Authorization', value, sequence: 1 }] };

    const prepared = prepareCallout(
      get('callout:Clazar'),
      settings({ externalCredential: () => basic })
    );

    expect(prepared.headers).toContainEqual(['Authorization', 'Basic YWJjOng=']);
  });

  test('should be refused when the user may not use the principal', () => {
    const denied = settings({ mayUsePrincipal: () => false });

    expect(() => prepareCallout(get('callout:Clazar'), denied)).toThrow(
      `We couldn't access the credential(s). You might not have the required permissions`
    );
  });

  test('should be refused when the named credential does not exist', () => {
    expect(() => prepareCallout(get('callout:Nope/x'), settings())).toThrow(
      `the named credential "Nope" might not exist`
    );
  });

  test('should go where the rewrite table says', () => {
    const rewrites = new Map([['https://api.clazar.io', 'http://localhost:4100']]);

    const prepared = prepareCallout(get('callout:Clazar/v1'), settings({ rewrites }));

    expect(prepared.url).toBe('http://localhost:4100/v1');
  });
});

describe('a callout to a URL', () => {
  test('should pass when a remote site allows it', () => {
    expect(prepareCallout(get('https://example.com/a'), settings()).url).toBe(
      'https://example.com/a'
    );
  });

  test('should be refused in the words of the platform otherwise', () => {
    expect(() => prepareCallout(get('https://other.com/a'), settings())).toThrow(
      new CalloutRefusal(
        'Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = https://other.com/a'
      )
    );
  });
});

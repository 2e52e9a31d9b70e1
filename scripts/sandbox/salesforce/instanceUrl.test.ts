import fc from 'fast-check';
import { checkInstanceUrl } from './instanceUrl.ts';

describe('The address of a Salesforce org', () => {
  test.each([
    ['https://login.salesforce.com', 'production', 'https://login.salesforce.com'],
    ['test.salesforce.com', 'sandbox', 'https://test.salesforce.com'],
    ['https://acme.my.salesforce.com/', 'production', 'https://acme.my.salesforce.com'],
    ['https://acme--uat.sandbox.my.salesforce.com', 'sandbox', undefined],
    ['https://acme--uat.my.salesforce.com', 'sandbox', undefined],
    ['https://acme-dev-ed.develop.my.salesforce.com', 'developer', undefined],
    ['https://acme-dev-ed.my.salesforce.com', 'developer', undefined],
    ['https://ability-1234.scratch.my.salesforce.com', 'developer', undefined],
    ['https://acme.trailblaze.my.salesforce.com', 'developer', undefined],
    ['https://acme--uat.cs42.my.salesforce.com', 'sandbox', undefined],
    [
      'HTTPS://Acme.My.Salesforce.com/home/home.jsp',
      'production',
      'https://acme.my.salesforce.com'
    ],
    [
      'https://acme.lightning.force.com/lightning/page/home',
      'production',
      'https://acme.my.salesforce.com'
    ],
    [
      'https://acme--uat.sandbox.lightning.force.com/one/one.app',
      'sandbox',
      'https://acme--uat.sandbox.my.salesforce.com'
    ],
    [
      'https://acme.my.salesforce-setup.com/lightning/setup',
      'production',
      'https://acme.my.salesforce.com'
    ],
    ['http://localhost:4000/lightning', 'local', 'http://localhost:4000']
  ])('should be understood: %s', (text, kind, url) => {
    const { instance } = checkInstanceUrl(text);

    expect(instance?.kind).toBe(kind);
    expect(instance?.url).toBe(url ?? text);
  });

  test.each([
    '',
    'acme',
    'http://acme.my.salesforce.com',
    'https://acme.my.salesforce.com:8443',
    'https://user:secret@acme.my.salesforce.com',
    'https://evil.example/acme.my.salesforce.com',
    'https://acme.my.salesforce.com.evil.example',
    'https://my.salesforce.com.evil.example',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '//evil.example',
    'https://acme.my.salesforce.com@evil.example',
    'https://evil.example\\@acme.my.salesforce.com',
    'https://evil.example#.my.salesforce.com',
    'https://evil.example?.my.salesforce.com',
    'https://evil.my.salesforce.com.',
    'https://a.b.my.salesforce.com',
    'https://аcme.my.salesforce.com.evil.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]:4000',
    'https://my.salesforce.com',
    'https://salesforce.com',
    `https://${'a'.repeat(5000)}.my.salesforce.com.evil.example`,
    'ftp://login.salesforce.com'
  ])('should be refused with what to enter: %s', (text) => {
    expect(checkInstanceUrl(text).problem).toMatch(/\.$/);
  });

  test('should never lead anywhere else, whatever is entered', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.domain()), (text) => {
        const url = checkInstanceUrl(text).instance?.url;
        expect(
          url === undefined ||
            /^https:\/\/[a-z0-9.-]+\.salesforce\.com$|^https?:\/\/(localhost|127\.0\.0\.1)/.test(
              url
            )
        ).toBe(true);
      })
    );
  });
});

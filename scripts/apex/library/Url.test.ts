import { callNative, thrownBy } from './testing/index.ts';
import { ApexUrl } from './Url.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_url.htm
describe('Url', () => {
  test('should take an address apart', () => {
    const url = new ApexUrl('https://me@Example.com:8443/a/b.html?x=1&y#part');

    expect([url.protocol, url.host, url.port, url.path, url.query, url.ref, url.userInfo]).toEqual([
      'https',
      'Example.com',
      8443,
      '/a/b.html',
      'x=1&y',
      'part',
      'me'
    ]);
    expect(callNative('Url', 'String getFile()', [url])).toBe('/a/b.html?x=1&y');
    expect(callNative('Url', 'Integer getDefaultPort()', [url])).toBe(443);
  });

  test('should refuse an address without a protocol', () => {
    expect(thrownBy(() => callNative('Url', 'new(String spec)', ['example.com']))).toBe(
      'System.StringException: no protocol: example.com'
    );
  });

  test('should call two the same file whatever their fragment', () => {
    const [left, right] = [new ApexUrl('http://a.com/x#1'), new ApexUrl('http://A.com:80/x#2')];

    expect(callNative('Url', 'Boolean sameFile(Url other)', [left, right])).toBe(true);
  });
});

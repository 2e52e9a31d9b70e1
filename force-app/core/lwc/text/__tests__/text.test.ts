import { webAddress } from 'c/text';

describe('c-text', () => {
  it.each(['https://aws.example/O1', ' http://aws.example'])(
    'should keep the address %s',
    (text) => {
      expect(webAddress(text)).toBe(text.trim());
    }
  );

  it.each(['javascript:alert(1)', 'JaVaScRiPt:1', 'data:text/html,x', '//evil.example', '', null])(
    'should take %s for no address',
    (text) => {
      expect(webAddress(text)).toBe('');
    }
  );
});

import * as fc from 'fast-check';
import { idChecksum, isValidId, toId, tryId } from './id.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const id15 = fc
  .array(fc.constantFrom(...letters), { minLength: 15, maxLength: 15 })
  .map((characters) => characters.join(''));

// https://help.salesforce.com/s/articleView?id=000383751&type=1
test('should make the 18-character form of a known id', () => {
  expect(toId('0012w00000PnTaG')).toBe('0012w00000PnTaGAAV');
});

test('should keep an id of 18 characters and restore its case where it was lost', () => {
  fc.assert(
    fc.property(id15, (short) => {
      const id = toId(short);

      expect(toId(id)).toBe(id);
      expect(toId(id.toLowerCase())).toBe(id);
      expect(toId(id.toUpperCase())).toBe(id);
      expect(id.slice(15)).toBe(idChecksum(short));
    })
  );
});

test.each(['', '001', '00100000000000!', '001000000000001AA', '001000000000001ZZZ'])(
  'should refuse "%s"',
  (text) => {
    expect(isValidId(text)).toBe(false);
    expect(tryId(text)).toBeUndefined();
    expect(() => toId(text)).toThrow(`Invalid id: ${text}`);
  }
);

import fc from 'fast-check';
import { isId, namedId, serialId, toId18 } from './ids.ts';

const id15 = fc.stringMatching(/^[0-9A-Za-z]{15}$/);

function swapCase(letter: string): string {
  const lower = letter.toLowerCase();
  return letter === lower ? letter.toUpperCase() : lower;
}

describe('ids', () => {
  test.each([
    ['001000000000001', '001000000000001AAA'],
    ['00D000000000062', '00D000000000062EAA'],
    ['012000000000000', '012000000000000AAA'],
    ['a0X5g00000Ab1cD', 'a0X5g00000Ab1cDEAR']
  ])('should complete %s to %s', (short, long) => {
    expect(toId18(short)).toBe(long);
  });

  test('should be told apart without regard to case by their last three characters', () => {
    const flips = fc.array(fc.boolean(), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(id15, flips, (id, flip) => {
        const other = [...id].map((letter, at) => (flip[at] === true ? swapCase(letter) : letter));
        fc.pre(other.join('') !== id);
        return toId18(id).toLowerCase() !== toId18(other.join('')).toLowerCase();
      })
    );
  });

  test('should be recognised in both forms, and not with wrong check characters', () => {
    fc.assert(fc.property(id15, (id) => isId(id) && isId(toId18(id)) && !isId(`${id}999`)));
  });

  test('should ascend with the count', () => {
    const ids = [1, 61, 62, 3843, 3844, 1e9].map((count) => serialId('001', count));

    expect(ids).toEqual(ids.toSorted());
  });

  test('should be the same for the same name', () => {
    expect(namedId('012', 'Box__c.Small')).toBe(namedId('012', 'Box__c.Small'));
    expect(namedId('012', 'Box__c.Small')).not.toBe(namedId('012', 'Box__c.Large'));
  });
});

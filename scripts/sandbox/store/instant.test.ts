import { dayOf, instant, instantOfMicroseconds, normalizeInstant } from './instant.ts';
import { createStamps } from './stamps.ts';

describe('an instant', () => {
  test('should have six digits after the second and end in Z', () => {
    expect(instant(0)).toBe('1970-01-01T00:00:00.000000Z');
    expect(instantOfMicroseconds(1_000_001)).toBe('1970-01-01T00:00:01.000001Z');
    expect(dayOf(86_400_000)).toBe('1970-01-02');
  });

  test.each([
    ['2021-01-01T12:00:00.000000Z', '2021-01-01T12:00:00.000000Z'],
    ['2021-01-01T12:00:00.5Z', '2021-01-01T12:00:00.500000Z'],
    ['2021-01-01T12:00:00+02:00', '2021-01-01T10:00:00.000000Z'],
    ['2021-01-01', '2021-01-01T00:00:00.000000Z']
  ])('should read %s', (text, expected) => {
    expect(normalizeInstant(text)).toBe(expected);
  });

  test.each(['yesterday', '2021-13-01', '2021-01-01T25:00:00Z', ''])(
    'should refuse "%s"',
    (text) => {
      expect(normalizeInstant(text)).toBeUndefined();
    }
  );

  test('should differ for two changes at the same time, and never go back', () => {
    const stamps = createStamps();

    const [first, second, third] = [stamps.next(5), stamps.next(5), stamps.next(4)];

    expect(first < second && second < third).toBe(true);
  });
});

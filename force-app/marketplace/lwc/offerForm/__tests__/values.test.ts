import { instalments, monthsLater, sumOf } from '../values';

describe('the instalments of an offer', () => {
  it('should add up to the price, whatever the division leaves', () => {
    for (const [price, count] of [
      [100, 3],
      [0.05, 4],
      [1_000_000.01, 12]
    ] as const) {
      expect(sumOf(instalments(price, count, '2030-01-31'))).toBe(price);
    }
  });

  it('should follow month by month, and end with short months', () => {
    expect(monthsLater('2030-01-31', 1)).toBe('2030-02-28');
    expect(monthsLater('2030-11-15', 3)).toBe('2031-02-15');
  });
});

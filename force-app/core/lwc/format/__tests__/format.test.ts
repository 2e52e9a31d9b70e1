import { countdown, day, exact, money, relative, shortMoney } from 'c/format';

const now = Date.UTC(2026, 10, 24, 12);
const hour = 3_600_000;

describe('c/format', () => {
  it('should say an amount in its currency, with cents only where there are some', () => {
    expect(money(1200, 'USD')).toBe('$1,200');
    expect(money(1200.5, 'EUR')).toBe('€1,200.50');
    expect(money(7)).toBe('7');
  });

  it('should shorten large amounts', () => {
    expect(shortMoney(1_340_000, 'USD')).toBe('$1.3M');
  });

  it('should say how far away a moment is', () => {
    expect(relative(now + 3 * 24 * hour, now)).toBe('in 3 days');
    expect(relative(now - 20 * 60_000, now)).toBe('20 minutes ago');
  });

  it('should count down in the two largest units, and not below zero', () => {
    expect(countdown(now + 28 * hour, now)).toBe('1 day 4 hours');
    expect(countdown(now + 90 * 60_000, now)).toBe('1 hour 30 minutes');
    expect(countdown(now, now)).toBe('');
  });

  it('should show the same day everywhere, and moments in the time zone of the user', () => {
    expect(day('2026-11-24')).toBe('Nov 24, 2026');
    expect(exact(now)).toContain('2026');
  });
});

import { toneOf } from 'c/tones';

describe('the tone of a state', () => {
  it.each([
    ['Accepted', 'good'],
    ['Invited', 'waiting'],
    ['Publishing', 'moving'],
    ['Expired', 'over'],
    ['Action Required', 'bad']
  ])('should be the same for %s on every screen', (status, tone) => {
    expect(toneOf(status)).toBe(tone);
  });

  it.each(['New in the cloud', '', null, undefined])('should be plain for %p', (status) => {
    expect(toneOf(status)).toBe('plain');
  });
});

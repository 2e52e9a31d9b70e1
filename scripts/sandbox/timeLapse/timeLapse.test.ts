import { asText } from '../json.ts';
import fc from 'fast-check';

import { recordingLog, manualClock } from '../../shared/index.ts';
import type { Sandbox } from '../index.ts';
import { createSandbox } from '../index.ts';
import { testSeed, testStart } from '../testing/client.ts';

const day = 86_400_000;

function aSandbox(seed = testSeed): Sandbox {
  return createSandbox({ clock: manualClock(testStart), seed, log: recordingLog() });
}

function after(days: number, seed = testSeed): ReturnType<Sandbox['control']['snapshot']> {
  const { control } = aSandbox(seed);
  control.advance(days * day);
  return control.snapshot();
}

describe('time', () => {
  test('should accept some offers and let the others expire', () => {
    const pending = ({ status }: { status: string }): boolean =>
      ['Pending acceptance', 'PUBLISHED'].includes(status);
    const before = aSandbox().control.snapshot().private_offers.filter(pending);

    const later = after(100).private_offers;

    const ids = new Set(before.map(({ id }) => id));
    const fates = new Set(later.filter(({ id }) => ids.has(id)).map(({ status }) => status));
    expect(before.length).toBeGreaterThan(10);
    expect([...fates].map((word) => word.toLowerCase()).sort()).toEqual(
      expect.arrayContaining(['accepted', 'expired'])
    );
    expect(later.filter(pending)).toEqual([]);
  });

  test('should give an accepted offer a contract and a buyer', () => {
    const { private_offers, contracts, buyers } = after(100);
    const accepted = private_offers.filter(({ status }) => status.toLowerCase() === 'accepted');

    const contractOf = new Map(contracts.map((contract) => [contract.id, contract]));
    const buyerIds = new Set(buyers.map(({ id }) => id));
    for (const { accepted_at, metadata } of accepted) {
      const contract = contractOf.get(asText(metadata['contract_id']));
      expect(accepted_at).not.toBeNull();
      expect(buyerIds.has(contract?.buyer_id ?? '')).toBe(true);
    }
  });

  test('should renew contracts that renew, and end the others', () => {
    const { contracts } = after(500);

    const words = new Set(contracts.map(({ status }) => status));

    expect(words).toContain('RENEWED');
    expect(words).toContain('EXPIRED');
    expect(contracts.filter(isOverdue)).toEqual([]);
  });

  function isOverdue({ status, end_at }: { status: string; end_at: string | null }): boolean {
    const isActive = ['ACTIVE', 'Subscribed', 'ENTITLEMENT_ACTIVE'].includes(status);
    return isActive && end_at !== null && Date.parse(end_at) < Date.parse(testStart) + 500 * day;
  }

  test('should expire referrals that nobody answered', () => {
    const { opportunities } = after(30);
    const now = new Date(Date.parse(testStart) + 30 * day).toISOString();

    const late = opportunities.filter(({ accept_by }) => accept_by !== null && accept_by < now);

    expect(late.filter(({ status }) => status === 'PENDING' || status === 'New')).toEqual([]);
    expect(late.some(({ status }) => status === 'EXPIRED')).toBe(true);
  });

  test('should say of an expired referral of Microsoft what the row says', () => {
    const expired = after(30).opportunities.filter(
      ({ details }) => details['sub_status'] === 'Expired'
    );

    expect(expired.length).toBeGreaterThan(0);
    expect(expired.every(({ status }) => status === 'Closed')).toBe(true);
    expect(expired.every(({ metadata }) => metadata['sub_status'] === 'Expired')).toBe(true);
  });

  test('should bring new invitations of AWS every few days', () => {
    const isWaiting = ({ status }: { status: string }): boolean => status === 'PENDING';
    const known = new Set(after(0).opportunities.map(({ id }) => id));

    const arrived = after(20).opportunities.filter(({ id }) => !known.has(id));

    expect(arrived.length).toBeGreaterThanOrEqual(4);
    expect(arrived.some(isWaiting)).toBe(true);
  });

  test('should decide every submission that was on its way', () => {
    const { opportunities } = after(30);

    const open = opportunities.filter(
      ({ status }) => status === 'Submitted' || status === 'In review'
    );

    expect(open.filter(({ cloud }) => cloud === 'aws')).toEqual([]);
  });

  test('should touch exactly what it changes', () => {
    const { control } = aSandbox();
    const before = new Map(control.snapshot().private_offers.map((offer) => [offer.id, offer]));

    control.advance(100 * day);

    for (const offer of control.snapshot().private_offers) {
      const earlier = before.get(offer.id);
      expect(offer.last_modified_at !== earlier?.last_modified_at).toBe(
        offer.status !== earlier?.status
      );
    }
  });

  test('should come to the same data in one leap and in many steps', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 6 }),
        (seed, steps) => {
          const { control } = aSandbox(seed);
          steps.forEach((days) => control.advance(days * day));

          const total = steps.reduce((sum, days) => sum + days, 0);

          expect(control.snapshot()).toEqual(after(total, seed));
        }
      ),
      { numRuns: 15 }
    );
  });
});

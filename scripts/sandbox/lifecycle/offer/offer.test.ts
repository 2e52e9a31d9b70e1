import { asText } from '../../json.ts';
import type { JsonObject } from '../../json.ts';
import type { Body, TestAnswer, TestBench } from '../../testing/client.ts';
import { aBench, firstOf } from '../../testing/client.ts';
import { complaints } from '../testing.ts';

const terms = {
  name: 'Harborford Foods: Cost Guard',
  duration: 'P12M',
  expiration_at: '2026-12-31T23:59:59Z',
  price: '48000.00',
  currency: 'USD'
};

const accounts: Readonly<Record<string, string>> = {
  aws: '123456789012',
  azure: 'a1b2c3d4-0000-4000-a000-000000000000:b1b2c3d4_2019-05-31',
  gcp: '01AB23-45CD67-89EF01'
};

async function request(
  bench: TestBench,
  cloud: string,
  more: JsonObject = {}
): Promise<TestAnswer> {
  const { id } = await firstOf(bench, `/listings/?filter[cloud]=${cloud}`);
  const base = { cloud, listing_id: id, buyer_account_id: accounts[cloud], ...terms };
  return bench.send('POST', '/private_offers/', { body: { ...base, ...more } });
}

async function reread(bench: TestBench, { id }: JsonObject): Promise<Body> {
  return (await bench.get(`/private_offers/${asText(id)}/`)).body;
}

/** Lets a day pass as often as it takes until the offer is no longer open. */
async function settle(bench: TestBench, offer: Body): Promise<Body> {
  let now = offer;
  for (let day = 0; day < 60 && !['accepted', 'expired'].includes(wordOf(now)); day += 1) {
    await bench.pass(1);
    now = await reread(bench, offer);
  }
  return now;
}

function wordOf({ status }: JsonObject): string {
  return asText(status).toLowerCase();
}

/** Offers until one of them is accepted. */
async function accepted(bench: TestBench, cloud: string, more: JsonObject = {}): Promise<Body> {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const expiration_at = new Date(bench.sandbox.control.now() + 20 * 86_400_000).toISOString();
    const offer = (await request(bench, cloud, { expiration_at, ...more })).body;
    const settled = await settle(bench, offer);
    if (wordOf(settled) === 'accepted') return settled;
  }
  throw new Error('No offer was accepted.');
}

describe('a new private offer', () => {
  test.each([
    ['aws', 'Publishing', 'Pending acceptance'],
    ['azure', 'In Progress', 'Pending acceptance'],
    ['gcp', 'PUBLISHING', 'PUBLISHED']
  ])('should be published by %s within the hour', async (cloud, first, second) => {
    const bench = await aBench();

    const { status, body } = await request(bench, cloud);
    bench.clock.advance(46 * 60_000);

    expect([status, body['status'], body['published_at']]).toEqual([201, first, null]);
    expect((await reread(bench, body))['status']).toBe(second);
  });

  test.each<[JsonObject, string]>([
    [{ name: 'a < b' }, 'name INVALID_STRING_FORMAT'],
    [{ buyer_account_id: '12345' }, 'buyer_account_id INVALID_STRING_FORMAT'],
    [{ duration: 'a year' }, 'duration INVALID_STRING_FORMAT'],
    [{ duration: 'P145M' }, 'duration VALUE_OUT_OF_RANGE'],
    [{ expiration_at: '2026-11-24T07:00:00Z' }, 'expiration_at INVALID_VALUE'],
    [{ price: 48_000 }, 'price INVALID_STRING_FORMAT'],
    [{ currency: 'CHF' }, 'currency INVALID_ENUM_VALUE'],
    [{ eula_type: 'CustomEula' }, 'documents REQUIRED_FIELD_MISSING'],
    [
      { eula_type: 'CustomEula', documents: ['1', '2', '3', '4', '5', '6'] },
      'documents TOO_MANY_VALUES'
    ],
    [{ payment_schedule: [{ charge_date: 'soon' }] }, 'payment_schedule INVALID_STRING_FORMAT'],
    [
      { payment_schedule: [{ charge_date: '2027-01-01', charge_amount: '1.00' }] },
      'payment_schedule INVALID_VALUE'
    ],
    [{ dimensions: [{ name: 'seats' }] }, 'dimensions INVALID_STRING_FORMAT'],
    [{ dimensions: [{ name: 'seats', quantity: 1, price: '1.00' }] }, 'dimensions INVALID_VALUE'],
    [{ offer_type: 'agreement_based_offer' }, 'contract_id REQUIRED_FIELD_MISSING'],
    [{ status: 'Accepted' }, 'status ACTION_NOT_PERMITTED'],
    [{ listing_id: 'none' }, 'listing_id INVALID_VALUE']
  ])('should be refused with %j', async (wrong, complaint) => {
    const bench = await aBench();

    const answer = await request(bench, 'aws', wrong);

    expect(answer.status).toBe(400);
    expect(complaints(answer)).toContain(complaint);
  });

  test('should expire on GCP within three months', async () => {
    const bench = await aBench();

    const answer = await request(bench, 'gcp', {
      expiration_at: '2027-04-01T00:00:00Z',
      currency: 'EUR'
    });

    expect(complaints(answer)).toEqual([
      'currency INVALID_ENUM_VALUE',
      'expiration_at VALUE_OUT_OF_RANGE'
    ]);
  });

  test('should give its terms and account to the contract and the buyer', async () => {
    const bench = await aBench();

    const { metadata } = await accepted(bench, 'aws', { duration: 'P24M', price: '90000.50' });

    const { contract_id, buyer_id } = metadata as Record<string, string>;
    const contract = (await bench.get(`/contracts/${String(contract_id)}/`)).body;
    const buyer = (await bench.get(`/buyers/${String(buyer_id)}/`)).body;
    expect(contract).toMatchObject({ duration: 'P24M', metadata: { agreement_value: '90000.50' } });
    expect(buyer['cloud_account_id']).toBe(accounts['aws']);
  });

  test('should change the contract it is based on, when it is accepted', async () => {
    const bench = await aBench();
    const contract = await firstOf(bench, '/contracts/?filter[status]=ACTIVE');
    const buyer = (await bench.get(`/buyers/${asText(contract['buyer_id'])}/`)).body;
    const more = {
      offer_type: 'agreement_based_offer',
      contract_id: contract['id'] ?? null,
      buyer_account_id: buyer['cloud_account_id'] ?? null,
      listing_id: contract['listing_id'] ?? null
    };

    const offer = await accepted(bench, 'aws', { ...more, price: '1000.00' });

    const after = (await bench.get(`/contracts/${asText(contract['id'])}/`)).body;
    expect(after).toMatchObject({
      latest_offer_id: offer['id'],
      offer_type: 'agreement_based_offer'
    });
    expect(offer['metadata']).toMatchObject({ contract_id: contract['id'] });
  });

  test('should be refused for a contract of another buyer', async () => {
    const bench = await aBench();
    const { id } = await firstOf(bench, '/contracts/?filter[status]=ACTIVE');

    const more = { offer_type: 'agreement_based_offer', contract_id: id ?? null };

    expect(complaints(await request(bench, 'aws', more))).toEqual(['contract_id INVALID_VALUE']);
  });
});

describe('withdrawing an offer', () => {
  const withdraw = (bench: TestBench, { id }: JsonObject): Promise<TestAnswer> =>
    bench.send('POST', `/private_offers/${asText(id)}/withdraw/`);

  test.each([
    ['aws', 'Pending acceptance', 'Cancelled'],
    ['azure', 'Pending acceptance', 'Draft'],
    ['gcp', 'PUBLISHED', 'CANCELLED']
  ])('should be possible on %s while it is %s', async (cloud, waiting, word) => {
    const bench = await aBench();
    const { body: offer } = await request(bench, cloud);
    const early = await withdraw(bench, offer);
    bench.clock.advance(46 * 60_000);

    const answer = await withdraw(bench, offer);

    expect([early.status, waiting, answer.body['status']]).toEqual([409, waiting, word]);
  });
});

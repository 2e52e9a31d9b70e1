import { aBench, firstOf } from '../../testing/client.ts';
import type { Body } from '../../testing/client.ts';
import { act, azureDeal, complaints, created, reread, update } from '../testing.ts';

const hour = 3_600_000;

describe('a referral of the partner', () => {
  test('should wait for Microsoft’s answer, then be active or declined', async () => {
    const bench = await aBench();

    const referral = await created(bench, 'azure', azureDeal);
    bench.clock.advance(hour);
    const answered = await reread(bench, referral);

    expect(referral).toMatchObject({ status: 'New', metadata: { sub_status: 'Pending' } });
    expect(['Accepted', 'Declined']).toContain((answered['details'] as Body)['sub_status']);
  });

  test('should be active at once when it is led by the partner', async () => {
    const bench = await aBench();

    const referral = await created(bench, 'azure', { ...azureDeal, deal_type: 'Partner-led' });

    expect(referral['status']).toBe('Active');
  });

  test('should name everything that is missing or wrong at once', async () => {
    const { send } = await aBench();
    const details = { deal_type: 'Co-sell', currency: 'dollars', azure_seller_id: 1 };

    const answer = await send('POST', '/opportunities/', { body: { cloud: 'azure', details } });

    expect(complaints(answer)).toEqual([
      'currency INVALID_STRING_FORMAT',
      'azure_seller_id ACTION_NOT_PERMITTED',
      'deal_name REQUIRED_FIELD_MISSING',
      'deal_value REQUIRED_FIELD_MISSING',
      'closing_date_time REQUIRED_FIELD_MISSING',
      'customer_company_name REQUIRED_FIELD_MISSING',
      'country REQUIRED_FIELD_MISSING',
      'solutions REQUIRED_FIELD_MISSING',
      'consent_to_contact REQUIRED_FIELD_MISSING',
      'notes REQUIRED_FIELD_MISSING',
      'assistance_type REQUIRED_FIELD_MISSING'
    ]);
  });

  test('should keep its name and customer once it is there', async () => {
    const bench = await aBench();
    const referral = await created(bench, 'azure', azureDeal);

    const answer = await update(bench, referral, { deal_name: 'Other', deal_value: 50_000 });

    expect(complaints(answer)).toEqual(['deal_name ACTION_NOT_PERMITTED']);
  });

  test('should be won, and then be closed for ever', async () => {
    const bench = await aBench();
    const referral = await created(bench, 'azure', { ...azureDeal, deal_type: 'Partner-led' });

    const won = await update(bench, referral, { sub_status: 'Won' });
    const later = await update(bench, won.body, { notes: 'More' });

    expect(won.body).toMatchObject({ status: 'Closed', stage: '100%' });
    expect([later.status, later.body['code']]).toEqual([409, 'invalid_state']);
  });

  test('should be lost only with a reason', async () => {
    const bench = await aBench();
    const referral = await created(bench, 'azure', azureDeal);

    const unsaid = await update(bench, referral, { sub_status: 'Lost' });
    const said = await update(bench, referral, { sub_status: 'Lost', status_reason: 'Budget' });

    expect(complaints(unsaid)).toEqual(['status_reason REQUIRED_FIELD_MISSING']);
    expect(said.body['details']).toMatchObject({ sub_status: 'Lost', status_reason: 'Budget' });
  });

  test.each(['submit', 'associate'])('should have no %s', async (verb) => {
    const bench = await aBench();
    const referral = await created(bench, 'azure', azureDeal);

    const answer = await act(bench, referral, [verb, {}]);

    expect([answer.status, answer.body['code']]).toEqual([400, 'not_supported']);
  });
});

describe('a referral of Microsoft', () => {
  const received = async (bench: Awaited<ReturnType<typeof aBench>>): Promise<Body> => {
    const { results } = (await bench.get('/opportunities/?filter[status]=New&page_size=100')).body;
    const waiting = results.find(({ metadata }) => (metadata as Body)['sub_status'] === 'Received');
    return (waiting ?? (await firstOf(bench, '/opportunities/?filter[status]=New'))) as Body;
  };

  test('should be accepted once', async () => {
    const bench = await aBench();
    const referral = await received(bench);

    const first = await act(bench, referral, ['accept']);
    const second = await act(bench, referral, ['accept']);

    expect(first.body).toMatchObject({ status: 'Active', metadata: { sub_status: 'Accepted' } });
    expect(second.status).toBe(409);
  });

  test('should be declined with a reason', async () => {
    const bench = await aBench();
    const referral = await received(bench);

    const answer = await act(bench, referral, ['reject', { rejection_reason: 'Timeline' }]);

    expect(answer.body['details']).toMatchObject({
      sub_status: 'Declined',
      status_reason: 'Timeline'
    });
  });

  test('should be accepted before it is changed', async () => {
    const bench = await aBench();
    const referral = await received(bench);

    expect((await update(bench, referral, { notes: 'Hello' })).status).toBe(409);
  });
});

import { asText } from '../../json.ts';
import type { JsonObject } from '../../json.ts';
import { aBench, firstOf } from '../../testing/client.ts';
import { act, awsDeal, complaints, created, decided, reread, update } from '../testing.ts';

const solution = { solution_offered: ['S-1234567'] };

describe('submitting to AWS', () => {
  test('should go from draft by way of a task and a review to a decision', async () => {
    const bench = await aBench();
    const draft = await created(bench, 'aws', awsDeal);
    await act(bench, draft, ['associate', solution]);

    const submitted = (await act(bench, draft, ['submit', { involvement_type: 'Co-Sell' }])).body;
    const words = [draft['status'], submitted['status']];
    for (const minutes of [1, 10, 30]) {
      bench.clock.advance(minutes * 60_000);
      words.push((await reread(bench, draft))['status']);
    }

    expect(submitted['metadata']).toMatchObject({
      task: { kind: 'submit', status: 'IN_PROGRESS' }
    });
    expect(words.slice(0, 4)).toEqual([
      'Pending Submission',
      'Pending Submission',
      'Submitted',
      'In review'
    ]);
    expect(['Approved', 'Action Required', 'Rejected']).toContain(words[4]);
  });

  test('should name everything that is missing at once', async () => {
    const bench = await aBench();
    const { customer_company_name, partner_project_title } = awsDeal;
    const draft = await created(bench, 'aws', { customer_company_name, partner_project_title });

    const answer = await act(bench, draft, ['submit']);

    expect([answer.status, answer.body['code']]).toEqual([400, 'validation_failed']);
    expect(complaints(answer)).toEqual([
      'customer_website REQUIRED_FIELD_MISSING',
      'industry REQUIRED_FIELD_MISSING',
      'country REQUIRED_FIELD_MISSING',
      'project_description REQUIRED_FIELD_MISSING',
      'use_case REQUIRED_FIELD_MISSING',
      'delivery_model REQUIRED_FIELD_MISSING',
      'expected_monthly_aws_revenue REQUIRED_FIELD_MISSING',
      'target_close_date REQUIRED_FIELD_MISSING',
      'partner_primary_need_from_aws REQUIRED_FIELD_MISSING',
      'sale_stage INVALID_VALUE',
      'solution_offered NOT_ENOUGH_VALUES'
    ]);
  });

  test('should need no help from AWS when it is for visibility only', async () => {
    const bench = await aBench();
    const draft = await created(bench, 'aws', { ...awsDeal, partner_primary_need_from_aws: [] });
    await act(bench, draft, ['associate', solution]);

    const cosell = await act(bench, draft, ['submit', { involvement_type: 'Co-Sell' }]);
    const visible = await act(bench, draft, [
      'submit',
      { involvement_type: 'For Visibility Only' }
    ]);

    expect([cosell.status, visible.status]).toEqual([400, 200]);
  });

  test('should be refused a second time while AWS takes it', async () => {
    const bench = await aBench();
    const draft = await created(bench, 'aws', awsDeal);
    await act(bench, draft, ['associate', solution]);
    await act(bench, draft, ['submit']);

    const again = await act(bench, draft, ['submit']);

    expect([again.status, again.body['code']]).toEqual([409, 'invalid_state']);
  });
});

describe('a task of AWS', () => {
  test('should leave a draft as it was when it fails, say why, and be tried again', async () => {
    const bench = await aBench();
    const draft = await created(bench, 'aws', awsDeal);
    await act(bench, draft, ['associate', solution]);
    await act(bench, draft, ['submit']);

    bench.sandbox.control.review(asText(draft['id']), 'failTask');
    const failed = await reread(bench, draft);
    const again = await act(bench, draft, ['submit']);

    expect(failed).toMatchObject({
      status: 'Pending Submission',
      metadata: { task: { status: 'FAILED', reason_code: 'OpportunitySubmissionFailed' } }
    });
    expect(again.status).toBe(200);
  });

  test('should be completed on request', async () => {
    const bench = await aBench();
    const { id } = await firstOf(bench, '/opportunities/?filter[status]=PENDING');
    await act(bench, { id: id ?? null }, ['accept']);

    const body = { id, decision: 'completeTask' };
    const answer = await bench.send('POST', '/_control/review', { body });

    expect(answer.body).toMatchObject({
      status: 'Approved',
      metadata: { task: { status: 'COMPLETE' } }
    });
  });

  test('should not be completed where none runs', async () => {
    const bench = await aBench();
    const { id } = await created(bench, 'aws', awsDeal);

    const body = { id, decision: 'completeTask' };

    expect((await bench.send('POST', '/_control/review', { body })).status).toBe(409);
  });
});

describe('a field of AWS', () => {
  test.each([
    [{ customer_company_name: 'x'.repeat(121) }, 'customer_company_name VALUE_OUT_OF_RANGE'],
    [{ project_description: 'too short' }, 'project_description VALUE_OUT_OF_RANGE'],
    [{ customer_email: 'Mei@Harborford.example' }, 'customer_email INVALID_STRING_FORMAT'],
    [{ customer_phone: '0206 555' }, 'customer_phone INVALID_STRING_FORMAT'],
    [{ industry: 'Food' }, 'industry INVALID_ENUM_VALUE'],
    [{ country: 'USA' }, 'country INVALID_STRING_FORMAT'],
    [{ delivery_model: ['SaaS'] }, 'delivery_model INVALID_ENUM_VALUE'],
    [{ delivery_model: 'SaaS or PaaS' }, 'delivery_model INVALID_VALUE'],
    [{ expected_monthly_aws_revenue: -1 }, 'expected_monthly_aws_revenue VALUE_OUT_OF_RANGE'],
    [{ expected_monthly_aws_revenue: 1.234 }, 'expected_monthly_aws_revenue INVALID_VALUE'],
    [{ target_close_date: '2027-02-30' }, 'target_close_date INVALID_STRING_FORMAT'],
    [{ target_close_date: '2026-11-23' }, 'target_close_date INVALID_VALUE'],
    [{ sale_stage: 'Closed Lost' }, 'closed_lost_reason REQUIRED_FIELD_MISSING'],
    [{ closed_lost_reason: 'Price' }, 'closed_lost_reason INVALID_VALUE'],
    [{ sale_stage: 'Launched' }, 'sale_stage INVALID_VALUE'],
    [
      { contract_start_date: '2027-05-01', contract_end_date: '2027-05-01' },
      'contract_end_date INVALID_VALUE'
    ],
    [
      { is_opp_from_marketing_activity: true, is_marketing_development_funded: null },
      'is_marketing_development_funded REQUIRED_FIELD_MISSING'
    ],
    [{ next_step: 'x'.repeat(256) }, 'next_step VALUE_OUT_OF_RANGE'],
    [{ aws_stage: 'Launched' }, 'aws_stage ACTION_NOT_PERMITTED'],
    [{ partner_project_title: null }, 'partner_project_title REQUIRED_FIELD_MISSING']
  ])('should be checked: %j', async (wrong, complaint) => {
    const bench = await aBench();

    const body = { cloud: 'aws', details: { ...awsDeal, ...wrong } };
    const answer = await bench.send('POST', '/opportunities/', { body });

    expect(answer.status).toBe(400);
    expect(complaints(answer)).toContain(complaint);
  });

  test('should be emptied by null', async () => {
    const bench = await aBench();
    const draft = await created(bench, 'aws', awsDeal);

    const empty = { use_case: null, delivery_model: null, campaign_name: null };
    const { status, body } = await update(bench, draft, empty);

    expect(status).toBe(200);
    expect(body['details']).toMatchObject({ use_case: null, campaign_name: '' });
  });
});

describe('updating an AWS opportunity', () => {
  test('should show in the list, in the data set and at a new instant', async () => {
    const bench = await aBench();
    const draft = await created(bench, 'aws', awsDeal);

    const { body } = await update(bench, draft, { sale_stage: 'Committed', next_step: 'Sign' });

    const since = asText(draft['last_modified_at']);
    const list = (await bench.get(`/opportunities/?last_modified_at_after=${since}`)).body.results;
    expect(list).toMatchObject([{ id: draft['id'], stage: 'Committed' }]);
    expect(body['details']).toMatchObject({
      last_modified_date: body['last_modified_at'],
      next_step_details: [{ value: 'Sign' }]
    });
  });

  test('should be refused when the record has changed since it was read', async () => {
    const bench = await aBench();
    const draft = await created(bench, 'aws', awsDeal);
    await update(bench, draft, { next_step: 'First' });

    const late = await update(bench, draft, { next_step: 'Second' });

    expect([late.status, late.body['code']]).toEqual([409, 'stale_record']);
    expect((await reread(bench, draft))['details']).toMatchObject({ next_step: 'First' });
  });

  test('should need the instant that was read', async () => {
    const bench = await aBench();
    const { id } = await created(bench, 'aws', awsDeal);

    const answer = await bench.send('PATCH', `/opportunities/${asText(id)}/details/`, {
      body: { details: {} }
    });

    expect(complaints(answer)).toEqual(['last_modified_at required']);
  });

  test.each(['Submitted', 'In review', 'Rejected', 'PENDING', 'EXPIRED', 'REJECTED'])(
    'should be refused in the state %s, saying why',
    async (status) => {
      const bench = await aBench();
      const record = { status, cloud: 'aws' as const };
      const { id } = bench.sandbox.control.putRecord('opportunities', record);

      const answer = await update(bench, await reread(bench, { id }), { next_step: 'Call' });

      expect([answer.status, answer.body['code']]).toEqual([409, 'invalid_state']);
    }
  );

  test('should be limited to open fields while AWS wants changes, and bring a new review', async () => {
    const bench = await aBench();
    const record = await decided(bench, 'requestChanges');

    const wrong = await update(bench, record, { next_step: 'Call', sale_stage: 'Committed' });
    const right = await update(bench, record, { project_description: 'x'.repeat(60) });
    bench.clock.advance(3_600_000);

    expect(complaints(wrong)).toEqual([
      'next_step ACTION_NOT_PERMITTED',
      'sale_stage ACTION_NOT_PERMITTED'
    ]);
    expect(right.body['status']).toBe('Submitted');
    expect((await reread(bench, record))['status']).toBe('Approved');
  });

  test('should be kept from what an approval locks, unless it keeps its value', async () => {
    const bench = await aBench();
    const record = await decided(bench, 'approve');

    const same = await update(bench, record, { country: 'US', next_step: 'Call' });
    const other = await update(bench, same.body, { country: 'DE', industry: 'Retail' });

    expect(same.status).toBe(200);
    expect(complaints(other)).toEqual([
      'country ACTION_NOT_PERMITTED',
      'industry ACTION_NOT_PERMITTED'
    ]);
  });

  test.each<JsonObject>([
    { sale_stage: 'Launched' },
    { sale_stage: 'Closed Lost', closed_lost_reason: 'Price' }
  ])('should be over after %j', async (last) => {
    const bench = await aBench();
    const record = await decided(bench, 'approve');

    const closed = await update(bench, record, last);
    const later = await update(bench, closed.body, { next_step: 'Call' });

    expect([closed.status, later.status]).toEqual([200, 409]);
  });
});

describe('an invitation of AWS', () => {
  const invitations = '/opportunities/?filter[status]=PENDING';

  test('should become an opportunity when AWS has completed its task', async () => {
    const bench = await aBench();
    const invited = await firstOf(bench, invitations);

    const accepting = (await act(bench, invited, ['accept'])).body;
    bench.clock.advance(20_000);
    const accepted = await reread(bench, invited);

    expect(accepting).toMatchObject({
      status: 'PENDING',
      metadata: { task: { status: 'IN_PROGRESS' } }
    });
    expect(accepting['details']).toMatchObject({ customer_email: null });
    expect(accepted).toMatchObject({ status: 'Approved', stage: 'Qualified' });
    expect(accepted['cloud_id']).toMatch(/^O\d{8}$/);
    expect(accepted['details']).toMatchObject({
      partner_acceptance_status: 'ACCEPTED',
      customer_email: expect.stringContaining('@')
    });
  });

  test('should not expire while AWS works on its acceptance', async () => {
    const bench = await aBench();
    const invited = await firstOf(bench, invitations);
    const left = Date.parse(asText(invited['accept_by'])) - bench.clock.now();
    bench.clock.advance(left - 10_000);
    await bench.pass(0);

    await act(bench, invited, ['accept']);
    bench.clock.advance(60_000);

    expect((await reread(bench, invited))['status']).toBe('Approved');
  });

  test('should be rejected with a reason of AWS', async () => {
    const bench = await aBench();
    const invited = await firstOf(bench, invitations);

    const wrong = await act(bench, invited, ['reject', { rejection_reason: 'No time' }]);
    const right = await act(bench, invited, ['reject', { rejection_reason: 'Unable to support' }]);
    const late = await act(bench, invited, ['accept']);

    expect([wrong.status, right.status, late.status]).toEqual([400, 200, 409]);
    expect(right.body['details']).toMatchObject({ rejection_reason: 'Unable to support' });
  });

  test('should not be accepted after its deadline', async () => {
    const bench = await aBench();
    const invited = await firstOf(bench, invitations);
    await bench.pass(6);

    const answer = await act(bench, invited, ['accept']);

    expect(answer.body).toMatchObject({
      code: 'invalid_state',
      detail: 'This invitation has expired.'
    });
  });
});

describe('associating with an AWS opportunity', () => {
  test.each([
    [{ solution_offered: ['1234567'] }, 'solution_offered INVALID_STRING_FORMAT'],
    [
      { solution_offered: Array.from({ length: 11 }, () => 'S-1') },
      'solution_offered TOO_MANY_VALUES'
    ],
    [{ offers: ['offer-abcdefghijklm', 'offer-abcdefghijkln'] }, 'offers TOO_MANY_VALUES']
  ])('should refuse %j', async (wrong, complaint) => {
    const bench = await aBench();
    const draft = await created(bench, 'aws', awsDeal);

    expect(complaints(await act(bench, draft, ['associate', wrong]))).toEqual([complaint]);
  });
});

describe('creating an AWS opportunity', () => {
  test('should happen once for the same key, and keep its links', async () => {
    const bench = await aBench();
    const links = { salesforce: { mapped_object: { id: '006000000000001AAA' } } };
    const body = { cloud: 'aws', details: awsDeal, external_object_associations: links };
    const request = { body, headers: { 'idempotency-key': 'one' } };

    const first = await bench.send('POST', '/opportunities/', request);
    const second = await bench.send('POST', '/opportunities/', request);

    const { body: list } = await bench.get(
      '/opportunities/?filter[customer_company]=Harborford Foods'
    );
    expect(second.body).toEqual(first.body);
    expect(list.results).toMatchObject([{ external_object_associations: links }]);
  });

  test('should be refused for a cloud without a life cycle', async () => {
    const bench = await aBench();

    const answer = await bench.send('POST', '/opportunities/', {
      body: { cloud: 'gcp', details: {} }
    });

    expect(complaints(answer)).toEqual(['cloud invalid']);
  });
});

import { asText } from '../../json.ts';
import { aBench } from '../../testing/client.ts';
import type { TestBench } from '../../testing/client.ts';
import { act, awsDeal, created, reread, update } from '../testing.ts';

function operations(bench: TestBench): string[] {
  return bench.sandbox.control.awsWrites().map(({ operation }) => operation);
}

describe('What is written to AWS, as its own SDK takes it', () => {
  test('should be one call for each step of a submission', async () => {
    const bench = await aBench();
    const record = await created(bench, 'aws', awsDeal);
    await act(bench, record, ['associate', { solution_offered: ['S-1', 'S-2'] }]);
    await act(bench, record, ['submit', { involvement_type: 'Co-Sell' }]);

    expect(operations(bench)).toEqual([
      'CreateOpportunity',
      'AssociateOpportunity',
      'AssociateOpportunity',
      'StartEngagementFromOpportunityTask'
    ]);
  });

  test('should send the whole record with the version that was read', async () => {
    const bench = await aBench();
    const record = await created(bench, 'aws', awsDeal);
    const before = await reread(bench, record);
    await update(bench, before, { next_step: 'Call them' });

    const last = bench.sandbox.control.awsWrites().at(-1);

    expect(last).toMatchObject({
      operation: 'UpdateOpportunity',
      input: {
        Identifier: before.cloud_id,
        LastModifiedDate: new Date(asText(before['last_modified_at'])),
        LifeCycle: { NextSteps: 'Call them' },
        Customer: { Account: { CompanyName: before.customer_company } }
      }
    });
  });

  test('should be nothing when a write is refused', async () => {
    const bench = await aBench();
    const record = await created(bench, 'aws', awsDeal);
    const before = operations(bench).length;

    await update(bench, await reread(bench, record), { sale_stage: 'Somewhere' });

    expect(operations(bench)).toHaveLength(before);
  });
});

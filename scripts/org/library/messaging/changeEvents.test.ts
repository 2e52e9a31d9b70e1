import { apexBench } from '../../worker/testing/apexBench.ts';
import type { ApexBench } from '../../worker/testing/apexBench.ts';

let bench: ApexBench;

beforeAll(async () => {
  bench = await apexBench();
});

afterAll(() => bench.close());

// https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_trigger_examples.htm
test('should make change events, whose header tells what has changed', () => {
  const apex = `
    AccountChangeEvent event = new AccountChangeEvent(Name = 'Acme');
    event.ChangeEventHeader = new EventBus.ChangeEventHeader();
    event.ChangeEventHeader.changeType = 'UPDATE';
    EventBus.ChangeEventHeader header = event.ChangeEventHeader;
    System.debug(header.changeType + ' ' + event.Name + ' ' + AccountChangeEvent.SObjectType);`;

  expect(bench.run(apex)).toEqual(['UPDATE Acme AccountChangeEvent']);
});

test('should not let change events be written or read', () => {
  const apex = `
    try { insert new AccountChangeEvent(Name = 'Acme'); } catch (Exception e) { System.debug(e.getMessage()); }`;

  expect(bench.run(apex)).toEqual(['DML operation INSERT not allowed on AccountChangeEvent']);
});

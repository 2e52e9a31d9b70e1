import { apexBench } from '../worker/testing/apexBench.ts';
import type { ApexBench } from '../worker/testing/apexBench.ts';

let bench: ApexBench;

beforeAll(async () => {
  bench = await apexBench();
});

afterAll(() => bench.close());

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm
test('should make results of DML out of JSON, as tests do that need one', () => {
  const apex = `
    String text = '{"success":false,"errors":[{"message":"no","statusCode":"REQUIRED_FIELD_MISSING","fields":["Name"]}]}';
    Database.SaveResult result = (Database.SaveResult) JSON.deserialize(text, Database.SaveResult.class);
    Database.Error error = result.getErrors()[0];
    System.debug(result.isSuccess() + ' ' + error.getStatusCode() + ' ' + error.message + ' ' + error.getFields());
    Database.UpsertResult made = (Database.UpsertResult) JSON.deserialize('{"success":true,"created":true,"id":"001000000000001AAA"}', Database.UpsertResult.class);
    System.debug(made.isCreated() + ' ' + made.getId());`;

  expect(bench.run(apex)).toEqual([
    'false REQUIRED_FIELD_MISSING no (Name)',
    'true 001000000000001AAA'
  ]);
});

test('should write results of DML as JSON and as text', () => {
  const apex = `
    Database.SaveResult result = Database.insert(new Account(), false);
    System.debug(JSON.serialize(result));
    System.debug(result);`;

  expect(bench.run(apex)).toEqual([
    '{"success":false,"id":null,"errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [Name]","fields":["Name"]}]}',
    'Database.SaveResult[getErrors=(Database.Error[getFields=(Name);getMessage=Required fields are missing: [Name];getStatusCode=REQUIRED_FIELD_MISSING;]);getId=null;isSuccess=false;]'
  ]);
});

test('should write maps whose keys are fields or objects', () => {
  const apex = `
    System.debug(JSON.serialize(new Map<Schema.SObjectField, Object>{ Account.Name => 'Test' }));
    System.debug(JSON.serialize(new Map<Schema.SObjectType, Integer>{ Account.SObjectType => 1 }));`;

  expect(bench.run(apex)).toEqual(['{"Name":"Test"}', '{"Account":1}']);
});

test('should fail for each invocation of an action that is not there', () => {
  const apex = `
    List<Invocable.Action.Result> results = Invocable.Action.createCustomAction('flow', 'Bogus').invoke();
    System.debug(results.size() + ' ' + results[0].isSuccess() + ' ' + results[0].getErrors()[0].getMessage());`;

  expect(bench.run(apex)).toEqual(["1 false We can't find the action flow Bogus."]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Invocable_Action_Result.htm
test('should make results of invocable actions out of JSON', () => {
  const apex = `
    String text = '{"success":false,"outputParameters":{"size":3},"errors":[{"code":"NO","message":"wrong"}]}';
    Invocable.Action.Result result = (Invocable.Action.Result) JSON.deserialize(text, Invocable.Action.Result.class);
    result.getOutputParameters().put('more', true);
    System.debug(result.isSuccess() + ' ' + result.getOutputParameters() + ' ' + result.getErrors()[0].getMessage());`;

  expect(bench.run(apex)).toEqual(['false {size=3, more=true} wrong']);
});

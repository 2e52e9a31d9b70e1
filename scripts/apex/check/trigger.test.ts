import { compileErrors } from '../testing/index.ts';

test('should know the object of a trigger', () => {
  const errors = compileErrors(`trigger OnAccount on Account (before insert) {
    Trigger.new[0].Colour__c = 'red';
  }`);

  expect(errors).toMatchObject([{ line: 2, message: 'Variable does not exist: Colour__c' }]);
});

test('should refuse a trigger on an object that is not there', () => {
  const errors = compileErrors('trigger OnThing on Thing__c (before insert) { }');

  expect(errors).toMatchObject([{ line: 1, message: 'Invalid type: Thing__c' }]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_defining.htm
test.each([
  ['Account (before insert, before insert)', 'Duplicate Trigger Usage: before insert'],
  ['Account (before undelete)', 'Trigger Usage Before Undelete is not supported'],
  ['Paid__e (before insert)', 'Platform Event SObjects only supports after insert: Paid__e'],
  ['Rule__mdt (after insert)', 'SObject type does not allow triggers: Rule__mdt']
])('should refuse a trigger on %s', (head, message) => {
  const errors = compileErrors(`trigger Wrong on ${head} { }`);

  expect(errors).toMatchObject([{ line: 1, message }]);
});

test('should let no trigger return a value', () => {
  const errors = compileErrors(`trigger OnAccount on Account (before insert) {
    return 1;
  }`);

  expect(errors).toMatchObject([{ line: 2, message: 'Trigger bodies must not return a value' }]);
});

test('should say what the local org does not support, once for each place', () => {
  const errors = compileErrors(`public class Chatter {
    public static void run() {
      ConnectApi.FeedItem item = null;
      ConnectApi.ChatterFeeds.postFeedElement(null);
    }
  }`);

  expect(errors).toMatchObject([
    { line: 3, message: 'Invalid type: ConnectApi.FeedItem (not supported by the local org)' },
    { line: 4, message: 'Invalid type: ConnectApi.ChatterFeeds (not supported by the local org)' }
  ]);
});

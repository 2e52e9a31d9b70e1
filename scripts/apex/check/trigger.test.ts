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

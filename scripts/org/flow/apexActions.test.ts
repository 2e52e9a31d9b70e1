import { aField, anObject, aSchema } from '../dml/testing/schema.ts';
import { orgActions } from './index.ts';
import type { ActionTargets } from './index.ts';

const schema = aSchema([anObject('Offer__c', [aField('Name')], { keyPrefix: 'a01' })]);
const id = 'a01000000000001AAA';

function actions(invokeApex: ActionTargets['invokeApex']) {
  const describeException = (error: unknown) =>
    error instanceof RangeError ? `System.MathException: ${error.message}` : undefined;
  return orgActions({ schema, invokeApex, describeException });
}

test('should hand records to Apex with their type, and know them when they come back', () => {
  const given: unknown[] = [];
  const port = actions((className, inputs) => {
    given.push(className, ...inputs);
    return [{ outputs: { offer: { Id: id, Name: 'Back' }, count: 2, notes: ['a'] } }];
  });

  const results = port.call({
    type: 'apex',
    name: 'clazar__AcceptOffer',
    inputs: [{ offer: { object: 'Offer__c', values: { Id: id } } }]
  });

  expect(given).toEqual(['AcceptOffer', { offer: { attributes: { type: 'Offer__c' }, Id: id } }]);
  expect(results).toEqual([
    {
      error: undefined,
      outputs: {
        offer: { object: 'Offer__c', values: { Id: id, Name: 'Back' } },
        count: 2,
        notes: ['a']
      }
    }
  ]);
});

test('should make an exception the fault of every interview', () => {
  const port = actions(() => {
    throw new RangeError('Divide by 0');
  });

  const results = port.call({ type: 'apex', name: 'Divide', inputs: [{}, {}] });

  expect(results.map(({ error }) => error)).toEqual([
    'An Apex error occurred: System.MathException: Divide by 0',
    'An Apex error occurred: System.MathException: Divide by 0'
  ]);
});

test('should let through what is not an Apex exception', () => {
  const port = actions(() => {
    throw new Error('a mistake of ours');
  });

  expect(() => port.call({ type: 'apex', name: 'X', inputs: [{}] })).toThrow('a mistake of ours');
});

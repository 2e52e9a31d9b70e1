import { reduceErrors } from 'c/errors';

describe('reduceErrors', () => {
  test.each([
    ['an Apex error', { body: { message: 'No offer.' } }, ['No offer.']],
    [
      'a list of errors',
      [{ body: { message: 'One.' } }, { body: { message: 'Two.' } }],
      ['One.', 'Two.']
    ],
    [
      'a body that is a list',
      { body: [{ message: 'One.' }, { message: 'Two.' }] },
      ['One.', 'Two.']
    ],
    ['page errors', { body: { pageErrors: [{ message: 'Page.' }] } }, ['Page.']],
    ['field errors', { body: { fieldErrors: { Name: [{ message: 'Field.' }] } } }, ['Field.']],
    [
      'a record that was not saved',
      {
        body: { message: 'An error.', output: { errors: [{ message: 'Rule.' }], fieldErrors: {} } }
      },
      ['Rule.']
    ],
    ['an error of JavaScript', new Error('Broken.'), ['Broken.']],
    ['an answer without a body', { statusText: 'Bad Gateway' }, ['Bad Gateway']],
    ['a text', 'Just so.', ['Just so.']],
    ['the same sentence twice', ['Twice.', 'Twice.'], ['Twice.']],
    ['nothing', undefined, []]
  ])('should read %s', (_name, error, expected) => {
    expect(reduceErrors(error)).toEqual(expected);
  });
});

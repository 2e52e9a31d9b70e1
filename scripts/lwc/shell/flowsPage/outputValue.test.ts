import { outputValue } from './outputValue.ts';

test.each([
  [undefined, ''],
  [null, ''],
  [[], ''],
  ['Sent', 'Sent'],
  [true, 'true'],
  [['a', 'b'], '[\n  "a",\n  "b"\n]']
])('should show %j as text', (value, text) => {
  expect(outputValue(value)).toEqual({ text });
});

test('should show a list of records as a table with every field that one of them has', () => {
  const value = [
    { field: 'Title', code: 'TOO_LONG' },
    { field: 'Stage', message: 'Choose one.' }
  ];

  const { columns, rows } = outputValue(value);

  expect(columns).toEqual(['field', 'code', 'message']);
  expect(rows?.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['Title', 'TOO_LONG', ''],
    ['Stage', '', 'Choose one.']
  ]);
});

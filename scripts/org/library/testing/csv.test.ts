import { parseCsv } from './csv.ts';

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2']
    ]
  ],
  [
    '"x, y","say ""hi"""\r\n,end',
    [
      ['x, y', 'say "hi"'],
      ['', 'end']
    ]
  ]
])('should read %j', (text, expected) => {
  expect(parseCsv(text)).toEqual(expected);
});

import { formulaHtml } from './formulaHtml.ts';

test('should show the picture of IMAGE with its text', () => {
  const html = '<img src="/resource/clazar__Cloud_Logos/aws.svg" alt="AWS" border="0"/>';

  expect(formulaHtml(html)).toEqual({
    text: 'AWS',
    image: '/resource/clazar__Cloud_Logos/aws.svg'
  });
});

test.each([
  ['/lightning/o/Account/home', { href: '/lightning/o/Account/home' }],
  ['https://clazar.io', { href: 'https://clazar.io', isExternal: true }],
  ['javascript:alert(1)', {}],
  ['//elsewhere.example', {}]
])('should make of HYPERLINK to %s what is safe', (address, shown) => {
  const html = `<a href="${address}" target="_blank">Open</a>`;

  expect(formulaHtml(html)).toEqual({ text: 'Open', ...shown });
});

test.each([
  '<img src="x" onerror="alert(1)">',
  '<img src="/a" alt="b"><script>alert(1)</script>',
  '<script>alert(1)</script>',
  'a < b'
])('should show %s as text', (html) => {
  expect(formulaHtml(html)).toEqual({ text: html });
});

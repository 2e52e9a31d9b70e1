import { testOrg } from './testing/org.ts';

const org = testOrg();
org.put('Account', { Name: 'Acme Rockets', Industry: 'Media', Phone: '555-1234' });
org.put('Account', { Name: 'Acme Anvils', Industry: 'Banking' });
org.put('Contact', { LastName: 'Acme', Name: 'Wile Acme', Email: 'wile@example.com' });

const search = (sosl: string, binds = {}): Record<string, unknown[]> =>
  Object.fromEntries(
    org.engine
      .executeSearch(org.request(sosl, { binds: new Map(Object.entries(binds)) }))
      .filter(({ records }) => records.length > 0)
      .map(({ object, records }) => [object, records.map((record) => record.values.get('Name'))])
  );

describe('SOSL', () => {
  test.each([
    [
      `FIND {acme} IN NAME FIELDS RETURNING Account(Name ORDER BY Name), Contact(Name)`,
      { Account: ['Acme Anvils', 'Acme Rockets'], Contact: ['Wile Acme'] }
    ],
    [`FIND 'rock*' RETURNING Account(Name)`, { Account: ['Acme Rockets'] }],
    [`FIND {acme anvils} RETURNING Account(Name)`, { Account: ['Acme Anvils'] }],
    [`FIND {"acme rockets"} RETURNING Account(Name)`, { Account: ['Acme Rockets'] }],
    [`FIND {555-1234} IN PHONE FIELDS RETURNING Account(Name)`, { Account: ['Acme Rockets'] }],
    [
      `FIND {wile@} IN EMAIL FIELDS RETURNING Account(Name), Contact(Name)`,
      { Contact: ['Wile Acme'] }
    ],
    [
      `FIND {acme} RETURNING Account(Name WHERE Industry = 'Media' LIMIT 1)`,
      { Account: ['Acme Rockets'] }
    ],
    [`FIND {rock} RETURNING Account(Name)`, {}],
    [`FIND {ro?ke*} RETURNING Account(Name)`, { Account: ['Acme Rockets'] }],
    [`FIND {*ockets} RETURNING Account(Name)`, {}],
    [`FIND {example.com} RETURNING Contact(Name)`, { Contact: ['Wile Acme'] }],
    [`FIND {"rockets acme"} RETURNING Account(Name)`, {}],
    [`FIND {nothing}`, {}]
  ])('should find by %s', (sosl, expected) => {
    expect(search(sosl)).toEqual(expected);
  });

  test('should take the term from a bind', () => {
    expect(search('FIND :term RETURNING Account(Name)', { term: 'anvils' })).toEqual({
      Account: ['Acme Anvils']
    });
  });

  test('should give every object of the list its hits, if none', () => {
    const hits = org.engine.executeSearch(org.request('FIND {anvils} RETURNING Contact, Account'));

    expect(hits.map(({ object, records }) => [object, records.length])).toEqual([
      ['Contact', 0],
      ['Account', 1]
    ]);
  });

  test.each([
    ['FIND {a}', 'search term must be longer than one character'],
    ['FIND acme', `unexpected token: 'acme'`]
  ])('should refuse %s', (sosl, message) => {
    expect(() => search(sosl)).toThrow(
      expect.objectContaining({ errorCode: 'MALFORMED_SEARCH', message }) as Error
    );
  });
});

import fc from 'fast-check';
import { testOrg, type Plain } from './testing/org.ts';

/** A condition twice: as SOQL, and as what it should say of a record. */
interface Test {
  readonly soql: string;
  holds(record: Plain): boolean;
}

const names = ['Acme', 'acme', 'Beta', 'b_ta', 'gamma%'];
const sizes = [0, 1, 5, 10];

const quote = (text: string): string => `'${text}'`;
const literal = (value: string | number | null): string =>
  typeof value === 'string' ? quote(value) : String(value);
const fold = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
const same = (a: unknown, b: unknown): boolean => fold(a) === fold(b);

const text = fc.constantFrom(...names, null);
const number = fc.constantFrom(...sizes, null);

const equality = fc.oneof(
  fc.record({ field: fc.constant('Name'), value: text }),
  fc.record({ field: fc.constant('NumberOfEmployees'), value: number })
);

const equals = equality.map(({ field, value }): Test => ({
  soql: `${field} = ${literal(value)}`,
  holds: (record) => same(record[field], value)
}));

const differs = equality.map(({ field, value }): Test => ({
  soql: `${field} != ${literal(value)}`,
  holds: (record) => !same(record[field], value)
}));

const orders: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b
};

const orderings = fc
  .record({ operator: fc.constantFrom(...Object.keys(orders)), limit: fc.constantFrom(...sizes) })
  .map(({ operator, limit }): Test => ({
    soql: `NumberOfEmployees ${operator} ${String(limit)}`,
    holds: ({ NumberOfEmployees: size }) =>
      typeof size === 'number' && orders[operator]?.(size, limit) === true
  }));

const listed = fc
  .record({ not: fc.boolean(), list: fc.array(text, { minLength: 1, maxLength: 3 }) })
  .map(({ not, list }): Test => ({
    soql: `Name ${not ? 'NOT IN' : 'IN'} (${list.map(literal).join(', ')})`,
    holds: (record) => list.some((value) => same(record['Name'], value)) !== not
  }));

const likes = fc
  .constantFrom<readonly [string, RegExp]>(
    ['a%', /^a/i],
    ['%a', /a$/i],
    ['b_ta', /^b.ta$/i],
    ['b\\_ta', /^b_ta$/i],
    ['%\\%', /%$/]
  )
  .map(([pattern, expected]): Test => ({
    soql: `Name LIKE ${quote(pattern)}`,
    holds: ({ Name }) => typeof Name === 'string' && expected.test(Name)
  }));

const checkbox = fc.boolean().map((value): Test => ({
  soql: `Gold__c = ${String(value)}`,
  holds: (record) => record['Gold__c'] === value
}));

const { tree } = fc.letrec<{ tree: Test; leaf: Test; pair: Test; not: Test }>((tie) => ({
  leaf: fc.oneof(equals, differs, orderings, listed, likes, checkbox),
  pair: fc
    .record({ both: fc.boolean(), left: tie('tree'), right: tie('tree') })
    .map(({ both, left, right }) => ({
      soql: `(${left.soql}) ${both ? 'AND' : 'OR'} (${right.soql})`,
      holds: (record: Plain) =>
        both ? left.holds(record) && right.holds(record) : left.holds(record) || right.holds(record)
    })),
  not: tie('tree').map((inner) => ({
    soql: `NOT (${inner.soql})`,
    holds: (record: Plain) => !inner.holds(record)
  })),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    tie('pair'),
    tie('not')
  )
}));

describe('WHERE', () => {
  test('should keep what an evaluator in memory keeps, whatever the condition', () => {
    const org = testOrg({ 'CustomField Account.Gold__c': '<type>Checkbox</type>' });
    for (const Name of [...names, null])
      for (const NumberOfEmployees of [...sizes, null])
        org.put('Account', { Name, NumberOfEmployees, Gold__c: NumberOfEmployees === 5 });
    const all = org.query('SELECT Id, Name, NumberOfEmployees, Gold__c FROM Account ORDER BY Id');

    fc.assert(
      fc.property(tree, ({ soql, holds }) => {
        const found = org.values(`SELECT Id FROM Account WHERE ${soql} ORDER BY Id`);

        expect(found).toEqual(all.filter(holds).map((record) => record['Id']));
      }),
      { numRuns: 300 }
    );
  });
});

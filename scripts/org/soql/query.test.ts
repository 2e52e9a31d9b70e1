import { testOrg } from './testing/org.ts';

const org = testOrg({
  'CustomField Account.Kinds__c': '<type>MultiselectPicklist</type>',
  'CustomField Account.Gold__c': '<type>Checkbox</type>'
});
const ada = org.put('User', {
  Name: 'Ada Lovelace',
  LastName: 'Lovelace',
  Username: 'ada@example.com'
});
const queue = org.put('Group', { Name: 'Sales Queue', Type: 'Queue' });
const acme = org.put('Account', {
  Name: 'Acme',
  Industry: 'Banking',
  OwnerId: ada,
  NumberOfEmployees: 10,
  Kinds__c: 'A;B',
  Gold__c: true
});
const beta = org.put('Account', {
  Name: 'beta',
  Industry: null,
  OwnerId: ada,
  NumberOfEmployees: 20,
  Kinds__c: 'B;C',
  ParentId: acme
});
const gone = org.put('Account', { Name: 'Gone', OwnerId: ada, IsDeleted: true });
org.put('Account', { Name: 'Caché_1', Industry: 'Media', OwnerId: ada });
org.put('Contact', {
  LastName: 'One',
  Name: 'One',
  AccountId: acme,
  OwnerId: ada,
  Email: 'one@acme.example'
});
org.put('Contact', { LastName: 'Two', Name: 'Two', AccountId: acme, OwnerId: ada });
org.put('Contact', { LastName: 'Three', Name: 'Three', OwnerId: ada });
org.put('Case', { CaseNumber: '1', OwnerId: queue, Subject: 'Help', AccountId: beta });
org.put('Task', { Subject: 'Call', WhatId: acme, OwnerId: ada });
org.put('Task', { Subject: 'Nothing', OwnerId: ada });

const names = (where: string, binds = {}): unknown[] =>
  org.values(`SELECT Name FROM Account WHERE ${where} ORDER BY Name`, {
    binds: new Map(Object.entries(binds))
  });

describe('comparisons', () => {
  test.each([
    [`Name = 'ACME'`, ['Acme']],
    [`Industry != 'banking'`, ['beta', 'Caché_1']],
    [`Industry = null`, ['beta']],
    [`Industry = ''`, ['beta']],
    [`Industry != null`, ['Acme', 'Caché_1']],
    [`NOT Industry = 'Banking'`, ['beta', 'Caché_1']],
    [`NOT NumberOfEmployees > 15`, ['Acme', 'Caché_1']],
    [`NumberOfEmployees >= 10 AND NumberOfEmployees < 20`, ['Acme']],
    [`Name LIKE 'A%' OR Name LIKE '%ETA'`, ['Acme', 'beta']],
    [`Name LIKE '_cme'`, ['Acme']],
    [`Name LIKE 'Cach_\\_1'`, ['Caché_1']],
    [`Name LIKE 'Cach\\_%'`, []],
    [`Name = 'CACHÉ_1'`, ['Caché_1']],
    [`Name LIKE '%É%'`, ['Caché_1']],
    [`Name IN ('CACHÉ_1', 'ACME')`, ['Acme', 'Caché_1']],
    [`Name != 'CACHÉ_1'`, ['Acme', 'beta']],
    [`Name IN ('acme', 'BETA', 'x')`, ['Acme', 'beta']],
    [`Industry IN ('Media', null)`, ['beta', 'Caché_1']],
    [`Industry NOT IN ('Media')`, ['Acme', 'beta']],
    [`Kinds__c INCLUDES ('A;B')`, ['Acme']],
    [`Kinds__c INCLUDES ('A', 'C')`, ['Acme', 'beta']],
    [`Kinds__c EXCLUDES ('A')`, ['beta', 'Caché_1']],
    [`Kinds__c = 'A;B'`, ['Acme']],
    [`Gold__c = true`, ['Acme']],
    [`Gold__c = false`, ['beta', 'Caché_1']],
    [`Parent.Gold__c = false`, ['Acme', 'Caché_1']],
    [`Parent.Name = null`, ['Acme', 'Caché_1']],
    [`Parent.Industry = 'Banking'`, ['beta']],
    [`Id IN (SELECT AccountId FROM Contact)`, ['Acme']],
    [`Id NOT IN (SELECT AccountId FROM Contact)`, ['beta', 'Caché_1']],
    [`Name = 'it\\'s'`, []]
  ])('should find by %s', (where, expected) => {
    expect(names(where)).toEqual(expected);
  });

  test('should take ids in both forms', () => {
    expect(names(`Id = '${acme.slice(0, 15)}'`)).toEqual(['Acme']);
    expect(names(`Id IN :ids`, { ids: [acme.slice(0, 15), beta] })).toEqual(['Acme', 'beta']);
  });
});

describe('binds', () => {
  test('should take values, lists and nulls', () => {
    expect(names('Name = :name', { name: 'acme' })).toEqual(['Acme']);
    expect(names('Name = :name', { name: 'CACHÉ_1' })).toEqual(['Caché_1']);
    expect(names('Industry = :none', { none: null })).toEqual(['beta']);
    expect(names('Industry IN :some', { some: ['media', null] })).toEqual(['beta', 'Caché_1']);
    expect(names('Industry IN :some', { some: ['media'] })).toEqual(['Caché_1']);
    expect(names('Industry IN :some', { some: [] })).toEqual([]);
    expect(names('Name LIKE :some', { some: ['a%', 'b%'] })).toEqual(['Acme', 'beta']);
  });

  test('should be missed by name', () => {
    expect(() => names('Name = :nobody')).toThrow('Variable does not exist: nobody');
  });

  test('should set LIMIT and OFFSET', () => {
    const binds = new Map([['n', 1]]);

    expect(
      org.values('SELECT Name FROM Account ORDER BY Name LIMIT :n OFFSET :n', { binds })
    ).toEqual(['beta']);
  });
});

describe('relationships', () => {
  test('should nest parents, null where there is none', () => {
    const [first, third] = [
      org.query(
        `SELECT LastName, Account.Name, Account.Owner.Name FROM Contact WHERE LastName = 'One'`
      ),
      org.query(`SELECT Account.Name FROM Contact WHERE LastName = 'Three'`)
    ];

    expect(first).toEqual([
      { LastName: 'One', Account: { Name: 'Acme', Owner: { Name: 'Ada Lovelace' } } }
    ]);
    expect(third).toEqual([{ Account: null }]);
  });

  test('should give every parent its own children, and LIMIT for each', () => {
    const found = org.query(
      `SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC LIMIT 1), (SELECT Subject FROM Cases) FROM Account ORDER BY Name LIMIT 2`
    );

    expect(found).toEqual([
      { Name: 'Acme', Contacts: [{ LastName: 'Two' }], Cases: [] },
      { Name: 'beta', Contacts: [], Cases: [{ Subject: 'Help' }] }
    ]);
  });

  test('should follow owners to users and queues', () => {
    expect(org.query(`SELECT Owner.Name, Owner.Type FROM Case`)).toEqual([
      { Owner: { Name: 'Sales Queue', Type: 'Group' } }
    ]);
    expect(org.values(`SELECT Subject FROM Case WHERE Owner.Name = 'sales queue'`)).toEqual([
      'Help'
    ]);
  });

  test('should say of what kind an open reference is', () => {
    const result = org.engine.executeQuery(
      org.request(`SELECT What.Name FROM Task WHERE What.Type = 'Account'`)
    );

    expect(result.records.map((record) => record.values.get('What'))).toMatchObject([
      { object: 'Account' }
    ]);
  });

  test('should choose fields by TYPEOF', () => {
    expect(
      org.query(
        `SELECT TYPEOF What WHEN Account THEN Industry WHEN Opportunity THEN Amount ELSE Name END FROM Task ORDER BY Subject`
      )
    ).toEqual([{ What: { Industry: 'Banking' } }, { What: null }]);
  });
});

describe('the recycle bin', () => {
  test('should stay shut unless all rows are asked for', () => {
    expect(names(`Id = '${gone}'`)).toEqual([]);
    expect(org.values(`SELECT Name FROM Account WHERE Id = '${gone}' ALL ROWS`)).toEqual(['Gone']);
    expect(org.values(`SELECT Name FROM Account WHERE Id = '${gone}'`, { allRows: true })).toEqual([
      'Gone'
    ]);
  });
});

describe('order', () => {
  test('should be that of creation when none is asked for', () => {
    expect(org.values(`SELECT Name FROM Account WHERE ParentId IN (NULL, '${acme}')`)).toEqual([
      'Acme',
      'beta',
      'Caché_1'
    ]);
  });

  test('should put nulls first, whichever way it goes', () => {
    const order = (by: string): unknown[] =>
      org.values(`SELECT Industry FROM Account ORDER BY ${by}`);

    expect(order('Industry')).toEqual([null, 'Banking', 'Media']);
    expect(order('Industry DESC')).toEqual([null, 'Media', 'Banking']);
    expect(order('Industry NULLS LAST')).toEqual(['Banking', 'Media', null]);
  });

  test('should follow the values of a picklist, not the alphabet', () => {
    const other = testOrg();
    for (const StageName of ['Closed Won', 'Prospecting', 'Qualification'])
      other.put('Opportunity', { StageName });

    expect(other.values('SELECT StageName FROM Opportunity ORDER BY StageName')).toEqual([
      'Prospecting',
      'Qualification',
      'Closed Won'
    ]);
  });
});

describe('FIELDS()', () => {
  test('should select what its kind says', () => {
    const [record = {}] = org.query(
      `SELECT FIELDS(CUSTOM) FROM Account WHERE Name = 'Acme' LIMIT 1`
    );

    expect(record).toEqual({ Kinds__c: 'A;B', Gold__c: true });
  });

  test.each(['ALL', 'CUSTOM'])('should need a small LIMIT for %s', (kind) => {
    const message = 'The SOQL FIELDS function must have a LIMIT of at most 200';

    expect(() => org.query(`SELECT FIELDS(${kind}) FROM Account`)).toThrow(message);
    expect(() => org.query(`SELECT FIELDS(${kind}) FROM Account LIMIT 201`)).toThrow(message);
  });
});

describe('the schema', () => {
  test('should be found by EntityDefinition and FieldDefinition', () => {
    expect(
      org.query(
        `SELECT Label, KeyPrefix, IsQueryable FROM EntityDefinition WHERE QualifiedApiName = 'account'`
      )
    ).toEqual([{ Label: 'Account', KeyPrefix: '001', IsQueryable: true }]);
    expect(
      org.query(
        `SELECT QualifiedApiName, DataType FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account' AND QualifiedApiName IN ('Gold__c', 'ParentId') ORDER BY QualifiedApiName`
      )
    ).toEqual([
      { QualifiedApiName: 'Gold__c', DataType: 'Checkbox' },
      { QualifiedApiName: 'ParentId', DataType: 'Lookup(Account)' }
    ]);
  });
});

describe('the plan', () => {
  test('should use the index of a lookup', () => {
    const plan = org.engine.explainQuery(
      org.request(`SELECT Id FROM Contact WHERE AccountId = '${acme}'`)
    );

    expect(plan.join('\n')).toContain('USING INDEX Contact.AccountId');
  });
});

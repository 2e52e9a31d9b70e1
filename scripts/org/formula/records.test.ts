import type { SchemaPort } from '../../apex/index.ts';
import { failureOf } from '../metadata/testing/failure.ts';
import { testProject } from '../metadata/testing/project.ts';
import { createSchema } from '../schema/index.ts';
import { openPolicy, testNow, testUser } from '../soql/testing/org.ts';
import { createQueryEngine } from '../soql/index.ts';
import { openStore, type SqliteStore, type StoredRow } from '../store/index.ts';
import { recordFormulas, type RecordFormulas } from './evaluate.ts';
import { createOrgFormulas, type OrgFormulas } from './orgFormulas.ts';

const formula = (type: string, text: string, rest = ''): string =>
  `<type>${type}</type>\n<formula>${text}</formula>${rest}`;
const rule = (text: string, rest = ''): string =>
  `<active>true</active><errorConditionFormula>${text}</errorConditionFormula><errorMessage>No.</errorMessage>${rest}`;

const box = {
  'CustomObject Box__c': '<label>Box</label>',
  'CustomField Box__c.Width__c': '<type>Number</type><scale>2</scale>',
  'CustomField Box__c.Account__c':
    '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Boxes</relationshipName>'
};

interface World {
  readonly schema: SchemaPort;
  readonly store: SqliteStore;
  readonly formulas: OrgFormulas;
  readonly records: RecordFormulas;
}

function world(components: Readonly<Record<string, string>>): World {
  const project = testProject({ ...box, ...components });
  const schema = createSchema(project);
  const store = openStore({ schema });
  const formulas = createOrgFormulas({ schema, project });
  const context = { schema, store, formulas, user: testUser, policy: openPolicy, now: testNow };
  return { schema, store, formulas, records: recordFormulas(context) };
}

const failing = ({ records }: World, record: StoredRow, old?: StoredRow): string[] =>
  records
    .validationRules('Box__c')
    .filter((item) => item.fails(record, old))
    .map(({ name }) => name);

describe('formula fields', () => {
  const { store, schema, formulas, records } = world({
    'CustomField Box__c.Area__c': formula('Number', 'Width__c * Width__c', '<scale>2</scale>'),
    'CustomField Box__c.Half__c': formula('Percent', '0.5'),
    'CustomField Box__c.Words__c': formula(
      'Text',
      'IF(Area__c &gt; 10, "big ", "small ") &amp; Account__r.Name &amp; $User.Email'
    ),
    'CustomField Box__c.Blank__c': formula(
      'Number',
      'Width__c',
      '<formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>'
    ),
    'CustomField Box__c.Big__c': formula('Checkbox', 'Area__c &gt; 10')
  });
  const account = store.nextId('Account');
  store.insert('Account', [{ Id: account, Name: 'Acme' }]);
  store.insert('User', [{ Id: testUser.userId, Email: '@a', Username: 'a', LastName: 'A' }]);
  for (const Width__c of [3.333, 1, null])
    store.insert('Box__c', [{ Id: store.nextId('Box__c'), Width__c, Account__c: account }]);
  const engine = createQueryEngine({ schema, store, formulas });
  const query = (soql: string): unknown[] =>
    engine
      .executeQuery({
        soql,
        binds: new Map(),
        accessLevel: 'system',
        sharing: false,
        user: testUser,
        policy: openPolicy,
        now: testNow
      })
      .records.map((record) => Object.fromEntries(record.values));

  test('should be selected, rounded to their scale', () => {
    expect(
      query('SELECT Area__c, Half__c, Words__c, Blank__c, Big__c FROM Box__c ORDER BY Id')
    ).toEqual([
      { Area__c: 11.11, Half__c: 50, Words__c: 'big Acme@a', Blank__c: 3, Big__c: true },
      { Area__c: 1, Half__c: 50, Words__c: 'small Acme@a', Blank__c: 1, Big__c: false },
      { Area__c: 0, Half__c: 50, Words__c: 'small Acme@a', Blank__c: null, Big__c: false }
    ]);
  });

  test('should filter, sort and group', () => {
    expect(
      query(`SELECT Area__c FROM Box__c WHERE Words__c LIKE 'SMALL%' ORDER BY Area__c`)
    ).toEqual([{ Area__c: 0 }, { Area__c: 1 }]);
    expect(query('SELECT Words__c w, COUNT(Id) n FROM Box__c GROUP BY Words__c')).toHaveLength(2);
    expect(query('SELECT Area__c FROM Box__c WHERE Big__c = true')).toEqual([{ Area__c: 11.11 }]);
  });

  test('should be known before a record is saved', () => {
    expect(records.fieldValue('Box__c', 'Words__c', { Width__c: 4, Account__c: account })).toBe(
      'big Acme@a'
    );
  });
});

describe('validation rules', () => {
  test('should fail on the records that their formulas describe', () => {
    const org = world({
      'ValidationRule Box__c.Too_wide': rule('Width__c &gt; 5'),
      'ValidationRule Box__c.No_account': rule('ISBLANK(Account__r.Name)'),
      'ValidationRule Box__c.Sleeping': rule('TRUE').replace('<active>true', '<active>false')
    });

    expect(failing(org, { Width__c: 6 })).toEqual(['No_account', 'Too_wide']);
    expect(failing(org, {})).toEqual(['No_account']);
  });

  test('should know what was before', () => {
    const org = world({
      'ValidationRule Box__c.Grown': rule(
        'ISCHANGED(Width__c) &amp;&amp; Width__c &gt; PRIORVALUE(Width__c)'
      ),
      'ValidationRule Box__c.New': rule('ISNEW()')
    });

    expect(failing(org, { Width__c: 2 }, { Width__c: 1 })).toEqual(['Grown']);
    expect(failing(org, { Width__c: 1 }, { Width__c: 2 })).toEqual([]);
    expect(failing(org, { Width__c: 1 })).toEqual(['New']);
  });

  test('should say where they show', () => {
    const { records } = world({
      'ValidationRule Box__c.A': rule('TRUE', '<errorDisplayField>Width__c</errorDisplayField>')
    });

    expect(records.validationRules('Box__c')).toMatchObject([
      { field: 'Width__c', message: 'No.' }
    ]);
  });

  test('should ask for permissions, labels, settings and metadata', () => {
    const org = world({
      'CustomLabel Limit': '<value>five</value>',
      'CustomObject Options__c':
        '<label>Options</label><customSettingsType>Hierarchy</customSettingsType>',
      'CustomField Options__c.On__c': '<type>Checkbox</type>',
      'ValidationRule Box__c.Permission': rule('$Permission.Anything'),
      'ValidationRule Box__c.Label': rule('$Label.Limit = "five"'),
      'ValidationRule Box__c.Setting': rule('$Setup.Options__c.On__c')
    });
    org.store.insert('Options__c', [
      { Id: org.store.nextId('Options__c'), SetupOwnerId: testUser.userId, On__c: true }
    ]);

    expect(failing(org, {})).toEqual(['Label', 'Permission', 'Setting']);
  });
});

describe('defaults', () => {
  test('should be computed for a new record', () => {
    const { records } = world({
      'CustomField Box__c.Due__c': '<type>Date</type><defaultValue>TODAY() + 7</defaultValue>',
      'CustomField Box__c.Color__c': '<type>Text</type><defaultValue>"red"</defaultValue>'
    });

    expect(records.defaultValue('Box__c', 'Due__c', {})).toBe('2026-12-01');
    expect(records.defaultValue('Box__c', 'Color__c', {})).toBe('red');
    expect(records.defaultValue('Box__c', 'Width__c', {})).toBeNull();
  });
});

describe('mistakes', () => {
  test.each([
    ['an unknown function', 'NOPE(\n1)', /Unknown function NOPE/, 3],
    ['an unknown field', '1 +\nGhost__c', /Field Ghost__c does not exist/, 4],
    ['a wrong result', '"text"', /result is data type \(Text\)/, 3],
    ['a circle', 'F__c + 1', /refers to itself/, 3]
  ])('should name file and line of %s', (_, text, message, line) => {
    const { formulas } = world({ 'CustomField Box__c.F__c': formula('Number', text) });
    const place = { file: 'Box__c.F__c.CustomField-meta.xml', line };

    expect(formulas.check).toThrow(message);
    expect(failureOf(formulas.check)).toMatchObject({ place });
  });

  test('should find circles through other fields', () => {
    const { formulas } = world({
      'CustomField Box__c.A__c': formula('Number', 'B__c'),
      'CustomField Box__c.B__c': formula('Number', 'A__c')
    });

    expect(formulas.check).toThrow(/refers to itself/);
  });
});

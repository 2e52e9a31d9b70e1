import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SchemaPort } from '../../apex/index.ts';
import { UserError } from '../../shared/index.ts';
import { failureOf } from '../metadata/testing/failure.ts';
import { testProject } from '../metadata/testing/project.ts';
import { createSchema } from '../schema/index.ts';
import { openStore, readKeyPrefixes, type SqliteStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
let files = 0;
const newFile = (): string => join(folder, `org-${String(++files)}.db`);

afterAll(() => rmSync(folder, { recursive: true }));

const schemaWith = (type: string): SchemaPort =>
  createSchema(
    testProject({
      'CustomObject Box__c': '<label>Box</label>',
      'CustomField Box__c.Size__c': `<type>${type}</type>`
    })
  );

function fileWith(type: string, ...sizes: (string | number)[]): string {
  const file = newFile();
  const store = openStore({ schema: schemaWith(type), file });
  store.insert(
    'Box__c',
    sizes.map((Size__c) => ({ Id: store.nextId('Box__c'), Name: 'box', Size__c }))
  );
  store.commit();
  store.close();
  return file;
}

function sizesIn(file: string, type: string): unknown[] {
  const store = openStore({ schema: schemaWith(type), file });
  const sizes = store.find('Box__c', 'Name', ['box']).map((row) => row['Size__c']);
  store.close();
  return sizes;
}

describe('a changed schema over old data', () => {
  test('should keep records, and add new objects and fields', () => {
    const file = newFile();
    const old = openStore({ schema: createSchema(testProject({})), file });
    old.insert('Account', [{ Id: old.nextId('Account'), Name: 'Acme' }]);
    old.commit();
    old.close();

    const schema = createSchema(
      testProject({
        'CustomField Account.Gold__c': '<type>Checkbox</type>',
        'CustomObject Box__c': '<label>Box</label>'
      })
    );
    const store = openStore({ schema, file });

    expect(store.find('Account', 'Name', ['Acme'])).toMatchObject([{ Gold__c: false }]);
    expect(store.find('Box__c', 'Name', ['x'])).toEqual([]);
    store.close();
  });

  test.each([
    ['Number', [5, 1.5], 'Text', ['5.0', '1.5']],
    ['Text', ['5', '-1.5'], 'Number', [5, -1.5]],
    ['Date', ['2026-11-24'], 'DateTime', ['2026-11-24T00:00:00.000Z']],
    ['DateTime', ['2026-11-24T10:00:00.000Z'], 'Date', ['2026-11-24']],
    ['Text', ['true', 'false'], 'Checkbox', [true, false]]
  ])('should convert a %s that became another type', (from, sizes, to, expected) => {
    expect(sizesIn(fileWith(from, ...sizes), to)).toEqual(expected);
  });

  test('should refuse values that do not fit, and say how to start fresh', () => {
    const file = fileWith('Text', 'tall', '5');

    const open = (): unknown => openStore({ schema: schemaWith('Number'), file });

    expect(open).toThrow(
      /Box__c.Size__c has become a number, and 1 record holds a value that it cannot keep/
    );
    expect(failureOf(open)).toMatchObject({ action: expect.stringContaining('--fresh') as string });
    expect(sizesIn(file, 'Text')).toEqual(['tall', '5']);
  });

  test('should remember the key prefixes that were given out', () => {
    const file = fileWith('Text', 'a');

    expect(readKeyPrefixes(file).get('Box__c')).toMatch(/^a/);
  });
});

describe('files', () => {
  test('should count on where another run stopped', () => {
    const file = fileWith('Text', 'a');
    const store = openStore({ schema: schemaWith('Text'), file });

    expect(store.nextId('Box__c')).toContain('000000000002');
    store.close();
  });

  test('should serve two connections, which never give the same id', () => {
    const file = fileWith('Text');
    const [one, two] = [schemaWith('Text'), schemaWith('Text')].map((schema) =>
      openStore({ schema, file })
    );
    if (one === undefined || two === undefined) throw new Error('There are two.');
    const put = (store: SqliteStore): void => {
      store.insert('Box__c', [{ Id: store.nextId('Box__c'), Name: 'box' }]);
      store.commit();
    };

    for (const store of [one, two, one, two]) put(store);
    const ids = one.find('Box__c', 'Name', ['box']).map((row) => row['Id']);

    expect(new Set(ids).size).toBe(4);
    one.close();
    two.close();
  });

  test('should not be something else', () => {
    const file = newFile();
    writeFileSync(file, 'This is no database, however long it may be.'.repeat(50));

    expect(() => openStore({ schema: schemaWith('Text'), file })).toThrow(UserError);
  });

  test('should be in a folder that exists', () => {
    const file = newFile();
    writeFileSync(file, '');

    expect(() => openStore({ schema: schemaWith('Text'), file: join(file, 'org.db') })).toThrow(
      UserError
    );
    chmodSync(file, 0o644);
  });

  test('should not be half written when the process is killed in a transaction', () => {
    const file = fileWith('Text', 'before');
    const script = fileURLToPath(new URL('testing/killed.ts', import.meta.url));

    const child = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });

    expect(child.signal).toBe('SIGKILL');
    expect(sizesIn(file, 'Text')).toEqual(['before', 'committed']);
  });

  test('should say so when the disk is full', () => {
    const file = fileWith('Text', 'a');
    const store = openStore({ schema: schemaWith('LongTextArea'), file });
    store.all('PRAGMA max_page_count = 1', []);
    const Size__c = 'x'.repeat(3_000_000);

    const write = (): void =>
      store.insert('Box__c', [{ Id: store.nextId('Box__c'), Name: 'box', Size__c }]);

    expect(write).toThrow(/disk is full/);
    store.close();
    expect(sizesIn(file, 'LongTextArea')).toEqual(['a']);
  });

  test('should not go on with half of a transaction after the disk was full', () => {
    const file = fileWith('LongTextArea', 'a');
    const store = openStore({ schema: schemaWith('LongTextArea'), file });
    const put = (Size__c: string): void =>
      store.insert('Box__c', [{ Id: store.nextId('Box__c'), Name: 'box', Size__c }]);
    put('lost');
    const savepoint = store.savepoint();
    store.all('PRAGMA max_page_count = 1', []);

    expect(() => put('x'.repeat(3_000_000))).toThrow(/disk is full/);
    store.rollbackTo(savepoint);

    expect(() => put('more')).toThrow(/The transaction was undone/);
    expect(() => store.commit()).toThrow(/The transaction was undone/);
    store.rollback();
    put('anew');
    store.commit();
    store.close();
    expect(sizesIn(file, 'LongTextArea')).toEqual(['a', 'anew']);
  });
});

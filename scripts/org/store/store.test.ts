import type { SchemaPort } from '../../apex/index.ts';
import { testProject } from '../metadata/testing/project.ts';
import { createSchema } from '../schema/index.ts';
import { openStore, type SqliteStore } from './store.ts';

const schema: SchemaPort = createSchema(testProject({}));

function openWith(...names: string[]): { store: SqliteStore; ids: string[] } {
  const store = openStore({ schema });
  const ids = names.map(() => store.nextId('Account'));
  store.insert(
    'Account',
    names.map((Name, at) => ({ Id: ids[at] ?? null, Name }))
  );
  store.commit();
  return { store, ids };
}

const namesIn = (store: SqliteStore): unknown[] =>
  store.all('SELECT "Name" FROM "Account" ORDER BY "Id"', []).map((row) => row['Name']);

describe('rows', () => {
  test('should come back as they were, checkboxes as booleans, empty text as nothing', () => {
    const { store } = openWith();
    const Id = store.nextId('ContentVersion');
    const VersionData = new Uint8Array([1, 2, 3]);

    store.insert('ContentVersion', [
      { Id, Title: 'File', Description: '', IsLatest: true, VersionData }
    ]);

    expect(store.get('ContentVersion', [Id])).toMatchObject([
      { Title: 'File', Description: null, IsLatest: true, IsDeleted: false, VersionData }
    ]);
  });

  test('should come in the order that is asked for, without those that are not there', () => {
    const { store, ids } = openWith('a', 'b');
    const [a = '', b = ''] = ids;

    expect(store.get('Account', [b, '001000000000999AAA', a]).map((row) => row['Name'])).toEqual([
      'b',
      'a'
    ]);
  });

  test('should change only in the fields that are given', () => {
    const { store, ids } = openWith('a');
    const [Id = ''] = ids;

    store.update('Account', [{ Id, Industry: 'Media' }]);

    expect(store.get('Account', ids)).toMatchObject([{ Name: 'a', Industry: 'Media' }]);
  });

  test('should be found by a field without regard to case, and by having no value', () => {
    const { store } = openWith('Acme', 'Beta');

    expect(store.find('Account', 'Name', ['ACME']).map((row) => row['Name'])).toEqual(['Acme']);
    expect(store.find('Account', 'Industry', [null])).toHaveLength(2);
  });

  test('should go to the recycle bin and come back', () => {
    const { store, ids } = openWith('a', 'b');

    store.setDeleted('Account', ids.slice(0, 1), true);
    const left = store.get('Account', ids).length;
    const withDeleted = store.get('Account', ids, { deleted: true }).length;
    store.setDeleted('Account', ids.slice(0, 1), false);

    expect([left, withDeleted, store.get('Account', ids).length]).toEqual([1, 2, 2]);
  });

  test('should be gone when they are purged', () => {
    const { store, ids } = openWith('a');

    store.purge('Account', ids);

    expect(store.get('Account', ids, { deleted: true })).toEqual([]);
  });

  test('should name a field that is not stored', () => {
    const { store, ids } = openWith('a');

    expect(() => store.update('Account', [{ Id: ids[0] ?? '', Nope__c: 1 }])).toThrow(
      /no field Nope__c/
    );
  });
});

describe('transactions', () => {
  test('should begin with the first write', () => {
    const { store } = openWith();

    store.find('Account', 'Name', ['a']);
    const before = store.hasUncommittedWork;
    store.nextId('Account');

    expect([before, store.hasUncommittedWork]).toEqual([false, true]);
  });

  test('should leave nothing when they are rolled back', () => {
    const { store } = openWith('a');

    store.insert('Account', [{ Id: store.nextId('Account'), Name: 'b' }]);
    store.rollback();

    expect([namesIn(store), store.hasUncommittedWork]).toEqual([['a'], false]);
  });

  test('should go back to nested savepoints', () => {
    const { store, ids } = openWith('a');
    const rename = (Name: string): void => store.update('Account', [{ Id: ids[0] ?? '', Name }]);

    const start = store.savepoint();
    rename('b');
    const middle = store.savepoint();
    rename('c');
    store.rollbackTo(middle);
    const afterMiddle = namesIn(store);
    rename('d');
    store.rollbackTo(middle);
    store.rollbackTo(start);

    expect([afterMiddle, namesIn(store)]).toEqual([['b'], ['a']]);
  });

  test('should forget savepoints that are later than the one gone back to', () => {
    const { store } = openWith('a');
    const first = store.savepoint();
    const second = store.savepoint();

    store.rollbackTo(first);

    expect(() => store.rollbackTo(second)).toThrow(/not valid/);
  });

  test('should keep what was written when a savepoint is released', () => {
    const { store } = openWith('a');
    const mark = store.savepoint();
    store.insert('Account', [{ Id: store.nextId('Account'), Name: 'b' }]);

    store.release(mark);
    store.commit();

    expect(namesIn(store)).toEqual(['a', 'b']);
  });
});

describe('ids and numbers', () => {
  test('should ascend, and never come twice, not even after a rollback', () => {
    const { store } = openWith();
    const ids = [store.nextId('Account'), store.nextId('Account')];
    store.rollback();
    ids.push(store.nextId('Account'));

    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe('001000000000001AAA');
  });

  test('should count for each auto-number field', () => {
    const { store } = openWith();
    const count = (field: string): number => store.nextNumber('Case', field);

    expect([count('CaseNumber'), count('CaseNumber'), count('Other')]).toEqual([1, 2, 1]);
  });
});

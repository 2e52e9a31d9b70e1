import fc from 'fast-check';
import { nativeClass } from '../library/native.ts';
import { coreLibrary } from '../library/index.ts';
import { defaultSchema } from '../testing/index.ts';
import { chooseOverload, createCatalogue, createTypeTable, isAssignable } from './index.ts';
import type { ApexType } from './index.ts';

const table = createTypeTable(createCatalogue(coreLibrary), defaultSchema);
const account = defaultSchema.object('Account');
const names = [
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'String',
  'Id',
  'Date',
  'Datetime',
  'Object'
];
const types: readonly ApexType[] = [
  ...names.map((name) => table.native(name)),
  ...names.map((name) => table.list(table.native(name))),
  ...(account ? [table.ofObject(account), table.list(table.ofObject(account))] : [])
];
const anyType = fc.constantFrom(...types);

test('should let every type be assigned to itself and to Object', () => {
  fc.assert(
    fc.property(anyType, (type) => {
      expect(isAssignable(table, type, type)).toBe(true);
      expect(isAssignable(table, type, table.native('Object'))).toBe(true);
    })
  );
});

test('should choose an overload that takes what is given', () => {
  fc.assert(
    fc.property(fc.array(anyType, { minLength: 1 }), anyType, (parameters, given) => {
      const candidates = parameters.map((item) => ({ item, parameters: [item] }));
      const chosen = chooseOverload(table, candidates, [given]);

      const fits = parameters.some((type) => isAssignable(table, given, type));
      expect(chosen !== undefined).toBe(fits);
      if (parameters.includes(given)) expect(chosen?.item).toBe(given);
    })
  );
});

test('should read the signatures of native tables', () => {
  const catalogue = createCatalogue([
    nativeClass('Box<T>', {
      'new(T value)': () => null,
      'T value': () => null,
      'set T value': () => null,
      'static Map<String, List<T>> group(List<T> values, Integer size)': () => null
    })
  ]);

  const members = catalogue.find('System.box')?.members();

  expect(members?.constructors).toMatchObject([{ parameters: [{ name: 'value' }] }]);
  expect(members?.properties.get('value')).toMatchObject({
    getKey: 'Box|T value',
    setKey: 'Box|set T value'
  });
  expect(members?.methods.get('group')).toMatchObject([
    {
      isStatic: true,
      returnType: { name: 'Map', arguments: [{ name: 'String' }, { name: 'List' }] },
      parameters: [{ name: 'values' }, { name: 'size' }]
    }
  ]);
});

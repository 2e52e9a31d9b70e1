import { scanApexClass, splitTopLevel } from './apexMethods.ts';

test('should find the methods that components can call', () => {
  const source = `public with sharing class Offers {
    @AuraEnabled(cacheable=true)
    public static Map<String, List<Integer>> counts(String cloud, List<Id> ids) { return null; }

    @AuraEnabled public static void sync() {}

    public static void hidden() {}
  }`;

  const { methods } = scanApexClass('Offers', source);

  expect(methods).toEqual([
    {
      className: 'Offers',
      name: 'counts',
      cacheable: true,
      returnType: 'Map<String, List<Integer>>',
      parameters: [
        { type: 'String', name: 'cloud' },
        { type: 'List<Id>', name: 'ids' }
      ]
    },
    { className: 'Offers', name: 'sync', cacheable: false, returnType: 'void', parameters: [] }
  ]);
});

test('should give properties to the inner class that holds them', () => {
  const source = `public class Offers {
    public class Row { @AuraEnabled public Decimal amount { get; set; } @AuraEnabled public String name; }
    @AuraEnabled public Integer total;
  }`;

  const { properties } = scanApexClass('Offers', source);

  expect([...properties]).toEqual([
    [
      'Row',
      [
        { type: 'Decimal', name: 'amount' },
        { type: 'String', name: 'name' }
      ]
    ],
    ['Offers', [{ type: 'Integer', name: 'total' }]]
  ]);
});

test('should not find methods in comments and strings', () => {
  const source = `public class Offers {
    // @AuraEnabled public static void one() {}
    /* @AuraEnabled public static void two() {} */
    String text = '@AuraEnabled public static void three() {}';
  }`;

  const { methods } = scanApexClass('Offers', source);

  expect(methods).toEqual([]);
});

test('should split only at commas outside of angle brackets', () => {
  const parts = splitTopLevel('Map<String, Id> a, List<Map<Id, Id>> b');

  expect(parts).toEqual(['Map<String, Id> a', 'List<Map<Id, Id>> b']);
});

import { ApexException } from '../runtime/index.ts';
import type { ApexList, ApexMap } from '../runtime/index.ts';
import { callNative, thrownBy } from './testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_exception_methods.htm
describe('Exception', () => {
  const call = (value: unknown, signature: string): unknown =>
    callNative('Exception', signature, [value]);

  test('should tell its type, message, cause and place', () => {
    const cause = new ApexException('System.MathException', 'Divide by 0');
    const made = callNative('CalloutException', 'new(String message, Exception cause)', [
      'x',
      cause
    ]);
    (made as ApexException).frames = [{ place: 'Orders.total', line: 12, column: 1 }];

    expect(call(made, 'String getTypeName()')).toBe('System.CalloutException');
    expect(call(made, 'String getMessage()')).toBe('x');
    expect(call(made, 'Exception getCause()')).toBe(cause);
    expect(call(made, 'Integer getLineNumber()')).toBe(12);
    expect(call(made, 'String getStackTraceString()')).toBe(
      'Class.Orders.total: line 12, column 1'
    );
    expect(call(made, 'String toString()')).toBe('System.CalloutException: x');
  });

  test('should have a message even when none was given', () => {
    const made = callNative('ListException', 'new()', []);

    expect(call(made, 'String getMessage()')).toBe('Script-thrown exception');
  });

  test('should tell of each record that a DmlException is about', () => {
    const made = callNative('DmlException', 'new(String message)', ['x']) as ApexException;
    made.dml = [
      { index: 3, id: null, statusCode: 'REQUIRED_FIELD_MISSING', message: 'm', fields: ['Name'] }
    ];
    const dml = (signature: string, index: number): unknown =>
      callNative('DmlException', signature, [made, index]);

    expect(callNative('DmlException', 'Integer getNumDml()', [made])).toBe(1);
    expect(dml('String getDmlStatusCode(Integer index)', 0)).toBe('REQUIRED_FIELD_MISSING');
    expect(dml('Integer getDmlIndex(Integer index)', 0)).toBe(3);
    expect((dml('List<String> getDmlFieldNames(Integer index)', 0) as ApexList).items).toEqual([
      'Name'
    ]);
    expect(thrownBy(() => dml('Id getDmlId(Integer index)', 1))).toContain('System.ListException');
  });

  test('should tell which fields a query could not see', () => {
    const made = callNative('QueryException', 'new()', []);
    const fields = callNative(
      'QueryException',
      'Map<String, Set<String>> getInaccessibleFields()',
      [made]
    );

    expect((fields as ApexMap).size).toBe(0);
  });
});

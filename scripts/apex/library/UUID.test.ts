import { textOf } from '../runtime/index.ts';
import { callNative, thrownBy } from './testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_UUID.htm
describe('UUID and Version', () => {
  test('should read a UUID in any case and refuse what is none', () => {
    const fromString = (text: string): unknown =>
      callNative('UUID', 'static UUID fromString(String text)', [text]);

    expect(textOf(fromString('C0A80101-0000-4000-8000-000000000001'))).toBe(
      'c0a80101-0000-4000-8000-000000000001'
    );
    expect(thrownBy(() => fromString('x'))).toContain('IllegalArgumentException');
  });

  // https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_version.htm
  test('should compare versions number by number', () => {
    const version = (...numbers: number[]): unknown =>
      callNative('Version', 'new(Integer major, Integer minor)', numbers);

    const order = callNative('Version', 'Integer compareTo(Version other)', [
      version(1, 10),
      version(1, 9)
    ]);

    expect(order).toBe(1);
  });
});

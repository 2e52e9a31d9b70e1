import { ApexType, textOf } from '../runtime/index.ts';
import { callIn, fakeContext, FakeObject, fakeProgram, thrownBy } from './testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_type.htm
describe('Type', () => {
  const context = fakeContext({ program: fakeProgram([{ name: 'Outer.Inner' }]) });
  const forName = (name: string): ApexType | null =>
    callIn(context, 'Type', ['static Type forName(String name)', name]) as ApexType | null;

  test('should find classes, primitives and collections in any case', () => {
    expect(forName('outer.inner')?.name).toBe('Outer.Inner');
    expect(forName('integer')?.name).toBe('Integer');
    expect(forName('map<string,list<OUTER.INNER>>')?.name).toBe('Map<String, List<Outer.Inner>>');
  });

  test('should give null for what does not exist', () => {
    expect(forName('Nope')).toBeNull();
    expect(forName('List<Nope>')).toBeNull();
    expect(forName('')).toBeNull();
  });

  test('should make instances', () => {
    const create = (name: string): unknown =>
      callIn(context, 'Type', ['Object newInstance()', new ApexType(name)]);

    expect(create('Outer.Inner')).toBeInstanceOf(FakeObject);
    expect(textOf(create('List<String>'))).toBe('()');
    expect(thrownBy(() => create('Integer'))).toContain('System.TypeException');
  });
});

import { compileApex } from '../load/index.ts';
import type { CompileError } from '../load/index.ts';
import { defaultSchema, testHost, testLibrary } from '../testing/index.ts';
import { rightPrograms, wrongPrograms } from './cases.ts';

const natives = testLibrary(testHost());

function compile(name: string, text: string): readonly CompileError[] {
  const sources = [{ path: `${name}.cls`, name, kind: 'class' as const, text }];
  return compileApex({ sources, schema: defaultSchema, natives }).errors;
}

test.each(wrongPrograms().map((one) => [one.name, one] as const))(
  'should refuse %s on its line, in the words of the platform',
  (name, { text, line, message }) => {
    const errors = compile(name, text);

    expect(errors.map((error) => [error.line, error.message])).toEqual([[line, message]]);
  }
);

test.each(rightPrograms().map((one) => [one.name, one] as const))(
  'should accept %s',
  (name, { text }) => {
    const errors = compile(name, text);

    expect(errors).toEqual([]);
  }
);

test('should hold a hundred programs of each kind', () => {
  expect(wrongPrograms().length).toBeGreaterThanOrEqual(100);
  expect(rightPrograms().length).toBeGreaterThanOrEqual(100);
});

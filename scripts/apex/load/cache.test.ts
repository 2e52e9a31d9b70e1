import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSchema, sourcesOf, testHost, testLibrary } from '../testing/index.ts';
import { compileApex } from './compile.ts';
import type { CompiledProgram } from './types.ts';

const natives = testLibrary(testHost());
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'apex-cache-'));
  folders.push(folder);
  return folder;
}

function compile(cacheFolder: string, ...texts: string[]): CompiledProgram | undefined {
  const sources = sourcesOf(...texts);
  return compileApex({ sources, schema: defaultSchema, natives, cacheFolder }).program;
}

const caller = 'public class Caller { public static Integer run() { return Callee.size(); } }';

test('should give the same program from the cache', () => {
  const folder = newFolder();
  const callee = 'public class Callee { public static Integer size() { return 1; } }';
  const first = compile(folder, caller, callee);

  const second = compile(folder, caller, callee);

  const codeOf = (program: CompiledProgram | undefined): unknown =>
    program?.units.map(({ path, code, map }) => ({ path, code, map: JSON.stringify(map) }));
  expect(codeOf(second)).toEqual(codeOf(first));
});

test('should compile anew what depends on a changed declaration', () => {
  const folder = newFolder();
  compile(folder, caller, 'public class Callee { public static Integer size() { return 1; } }');

  const second = compile(
    folder,
    caller,
    'public class Callee { public static String size() { return null; } }'
  );

  expect(second).toBeUndefined();
});

test('should notice that a label is gone', () => {
  const cacheFolder = newFolder();
  const sources = sourcesOf('public class Greeter { String text = Label.Hello; }');
  compileApex({ sources, schema: defaultSchema, natives, cacheFolder });
  const schema = { ...defaultSchema, label: () => undefined };

  const { errors } = compileApex({ sources, schema, natives, cacheFolder });

  expect(errors).toMatchObject([{ message: 'External string does not exist: Hello' }]);
});

test('should take a broken cache for none', () => {
  const folder = newFolder();
  const cacheFolder = join(folder, 'deeper');

  const program = compile(cacheFolder, 'public class Alone { }');

  expect(program?.units.map(({ name }) => name)).toEqual(['Alone']);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles, projectFolder } from '../tools/index.ts';

const comments = /\/\*[^]*?\*\/|\/\/[^\n]*/g;
const goesRound = /\b(SYSTEM_MODE|without\s+sharing|as\s+system)\b/i;
const reason = /\b(system|without)[\s*/]+(mode|sharing)\b/i;

const classes = findFiles('force-app/**/classes/*.cls').map((path) => {
  const text = readFileSync(join(projectFolder, path), 'utf8');
  return { path, code: text.replace(comments, ''), said: text.match(comments)?.join('\n') ?? '' };
});

test('should find the classes that go round the rights of the user', () => {
  const around = classes.filter(({ code }) => goesRound.test(code));

  expect(around.length).toBeGreaterThan(10);
  expect(around.length).toBeLessThan(classes.length / 5);
});

test('should read in every class that goes round the rights of the user why it does', () => {
  const silent = classes.filter(({ code, said }) => goesRound.test(code) && !reason.test(said));

  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('should query and save as the user everywhere else', () => {
  const modeless = classes.filter(({ code }) =>
    [...code.matchAll(/\[\s*SELECT\b[^\]]*\]/gi)].some(([query]) => !/WITH\s+\w+_MODE/i.test(query))
  );
  const dml = classes.filter(({ code }) =>
    /^\s*(insert|update|upsert|delete|undelete|merge)\s+(?!as\s)\w/im.test(code)
  );

  expect([...modeless, ...dml].map(({ path }) => path)).toEqual([]);
});

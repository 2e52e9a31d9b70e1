import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { runApexTests } from './testRun.ts';
import { apexProject } from './testing/apexProject.ts';
import type { ApexProject } from './testing/apexProject.ts';

const names = ['One', 'Two', 'Three', 'Four'];

const testOf = (name: string): string => `@IsTest private class ${name}Test {
  @IsTest static void shouldRun() { Assert.areEqual('${name}', Words.say${name}()); }
}`;

const words = `public with sharing class Words {
${names.map((name) => `  public static String say${name}() {\n    return '${name}';\n  }`).join('\n')}
  public static String sayNothing() {
    return null;
  }
}`;

/** Threads are numbered as they are started. */
async function nextThread(): Promise<number> {
  const worker = new Worker('', { eval: true });
  const { threadId } = worker;
  await worker.terminate();
  return threadId;
}

let project: ApexProject;

beforeAll(() => {
  const tests = names.map((name) => [`${name}Test.cls`, testOf(name)] as const);
  project = apexProject({ 'Words.cls': words, ...Object.fromEntries(tests) });
});

afterAll(() => project.remove());

test('should share test classes out among all cores, and add up what each has covered', async () => {
  const first = await nextThread();

  const run = await runApexTests({ projectFolder: project.folder, coverage: true });

  const started = (await nextThread()) - first - 1;
  const covered = run.coverage.find(({ name }) => name === 'Words');
  expect(started).toBeGreaterThanOrEqual(Math.min(availableParallelism(), names.length));
  expect(run.summary).toMatchObject({ passed: names.length, failed: 0 });
  expect([covered?.covered, covered?.uncovered]).toEqual([[3, 6, 9, 12], [15]]);
}, 60_000);

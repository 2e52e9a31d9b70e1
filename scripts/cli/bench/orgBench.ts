import { administrator, createOrg, localUserId, runApexTests } from '../../org/index.ts';
import { benchDml } from '../../org/bench-dml.ts';
import { preciseClock, recordingLog } from '../../shared/index.ts';
import type { BenchLine } from './benchLine.ts';
import { benchProject } from './benchProject.ts';

const rows = 10_000;
const smallTests = 500;
const runs = 10;

/** The whole local org: Apex DML against hand-written inserts, many small tests, and memory over many runs. */
export async function orgBench(): Promise<readonly BenchLine[]> {
  const project = benchProject(smallTests);
  try {
    return [await apexInsert(project.folder), ...(await manyTests(project.folder))];
  } finally {
    project.remove();
  }
}

async function apexInsert(projectFolder: string): Promise<BenchLine> {
  const org = await createOrg({ projectFolder, log: recordingLog() });
  try {
    const times: number[] = [];
    for (const prefix of ['a', 'b', 'c', 'd']) times.push(await insertByApex(org, prefix));
    const { handWritten } = benchDml(rows, preciseClock);
    const name = `Apex insert of ${rows.toLocaleString('en')} rows with two indexes`;
    return { name, milliseconds: Math.min(...times), baseline: handWritten, limit: 4 };
  } finally {
    await org.close();
  }
}

/** @returns what Apex itself measured, in milliseconds */
async function insertByApex(
  org: Awaited<ReturnType<typeof createOrg>>,
  prefix: string
): Promise<number> {
  const apex = `Long started = System.currentTimeMillis();
    for (Integer batch = 0; batch < ${String(rows / 200)}; batch++) {
      List<Bench__c> records = new List<Bench__c>();
      for (Integer i = 0; i < 200; i++) {
        Integer n = batch * 200 + i;
        records.add(new Bench__c(Name = 'Name ' + n, Code__c = '${prefix}' + n, City__c = 'Boston', Amount__c = n));
      }
      insert records;
    }
    System.debug('took ' + (System.currentTimeMillis() - started));`;
  const { log, exceptionMessage } = await org.executeAnonymous(
    localUserId(administrator.username),
    apex
  );
  const took = /took (\d+)/.exec(log)?.[1];
  if (took === undefined) throw new Error(exceptionMessage ?? 'The Apex did not finish.');
  return Number(took);
}

async function manyTests(projectFolder: string): Promise<BenchLine[]> {
  const options = { projectFolder, log: recordingLog() };
  const times: number[] = [];
  const memory: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = preciseClock.now();
    const { summary } = await runApexTests(options);
    if (summary.passed !== smallTests) throw new Error('Not all of the small tests passed.');
    times.push(preciseClock.now() - started);
    memory.push(process.memoryUsage().rss / 1_000_000);
  }
  return [
    {
      name: `${String(smallTests)} small Apex tests`,
      milliseconds: Math.max(...times),
      baseline: undefined,
      limit: 10_000
    },
    {
      name: `megabytes after run ${String(runs)} (by hand: after run 3)`,
      milliseconds: memory.at(-1) ?? 0,
      baseline: memory[2],
      limit: 1.3
    }
  ];
}

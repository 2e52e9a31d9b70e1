import { join } from 'node:path';
import { UserError } from '../../shared/index.ts';
import type { Component } from '../metadata/index.ts';
import { readKeyPrefixes } from '../store/index.ts';
import type { PreparedProject } from '../worker/index.ts';
import type { DeployPorts } from './deployPorts.ts';
import { judge } from './judge.ts';
import type { Judgement, JudgeParts } from './judge.ts';
import { detailsOf, planOf } from './details.ts';
import type { Plan } from './details.ts';
import { readAdded } from './readAdded.ts';
import type { Problem } from './readAdded.ts';
import { deletionsBefore, readPackage } from './readPackage.ts';
import type { Deletion } from './readPackage.ts';
import { testDeployment } from './deployTests.ts';
import { noTests } from './testResult.ts';
import type { DeployDetails, DeployOptions, Member, RunTestResult } from './types.ts';

/** One deployment on its way. */
export interface DeploymentJob {
  readonly id: string;
  readonly userId: string;
  readonly zip: Buffer;
  readonly options: DeployOptions;
  /** Tells how far it is. */
  progress(details: DeployDetails, detail: string): void;
  /** @throws CanceledError when somebody has canceled it */
  checkpoint(): void;
}

export interface DeploymentOutcome {
  readonly status: 'Succeeded' | 'SucceededPartial' | 'Failed';
  readonly details: DeployDetails;
}

/**
 * Deploys a zip: reads it, tries it out beside the running org, runs tests, and exchanges the org's project.
 * Until that last step nothing of the org is changed.
 * @throws ZipError, DeployError or UserError for a zip that is refused as a whole
 */
export async function runDeployment(
  job: DeploymentJob,
  ports: DeployPorts
): Promise<DeploymentOutcome> {
  const contents = readPackage(job.zip);
  const { components, problems } = await readAdded(contents, ports.org.project);
  job.checkpoint();
  const staged = ports.store.stage(job.id, contents.files);
  const plan = planOf(contents, components, ports.org);
  const parts: JudgeParts = {
    preview: ports.overlay.preview,
    keyPrefixes: readKeyPrefixes(join(ports.dataFolder, 'org.sqlite')),
    cacheFolder: join(ports.dataFolder, 'cache'),
    clock: ports.org.clock,
    rollbackOnError: job.options.rollbackOnError
  };
  const early = tooEarly(plan, parts);
  const removed = early.length > 0 ? plan.removed.filter(isAfter) : plan.removed;
  const added = components.map((each) => inFolder(each, staged));
  const judgement = judge({ added, removed: removed.map(memberOf) }, parts);
  const all = { ...judgement, problems: [...problems, ...early, ...judgement.problems] };
  try {
    return await conclude({ job, ports, plan, judgement: all });
  } finally {
    if (!ports.store.read().components.some(({ file }) => file.startsWith(staged))) {
      ports.store.unstage(job.id);
    }
  }
}

/** What cannot be deleted before the rest has come, for something still needs it. */
function tooEarly({ removed }: Plan, parts: JudgeParts): readonly Problem[] {
  const before = removed.filter((each) => !isAfter(each));
  if (before.length === 0) return [];
  return judge({ added: [], removed: before.map(memberOf) }, parts).problems;
}

function isAfter({ list }: Deletion): boolean {
  return list !== deletionsBefore;
}

function memberOf({ type, fullName }: Member): Member {
  return { type, fullName };
}

function inFolder({ file, content, ...component }: Component, folder: string): Component {
  return {
    ...component,
    file: join(folder, file),
    content: content === undefined ? undefined : join(folder, content)
  };
}

interface Conclusion {
  readonly job: DeploymentJob;
  readonly ports: DeployPorts;
  readonly plan: Plan;
  readonly judgement: Judgement;
}

async function conclude(conclusion: Conclusion): Promise<DeploymentOutcome> {
  const { job, judgement } = conclusion;
  const { prepared, problems } = judgement;
  const isRefused = problems.length > 0 && job.options.rollbackOnError;
  if (prepared === undefined || isRefused) return failed(conclusion, problems, noTests);
  const details = outcomeDetails(conclusion, problems, noTests);
  job.progress(details, stateOf(job));
  const { ports } = conclusion;
  const { userId, options } = job;
  const tests = await testDeployment({
    ports,
    prepared,
    added: judgement.change.added,
    options,
    userId
  });
  if (areRed(tests)) return failed(conclusion, problems, tests);
  job.checkpoint();
  if (!job.options.checkOnly) {
    const late = await exchange(conclusion, prepared);
    if (late !== undefined) return failed(conclusion, [...problems, late], tests);
  }
  const status = problems.length > 0 ? 'SucceededPartial' : 'Succeeded';
  return { status, details: { ...details, runTestResult: tests } };
}

function areRed({ numFailures, codeCoverageWarnings }: RunTestResult): boolean {
  return numFailures > 0 || codeCoverageWarnings.length > 0;
}

function stateOf({ options }: DeploymentJob): string {
  return options.testLevel === 'NoTestRun' ? 'Finalizing' : 'Running tests';
}

function failed(
  conclusion: Conclusion,
  problems: readonly Problem[],
  tests: RunTestResult
): DeploymentOutcome {
  return { status: 'Failed', details: outcomeDetails(conclusion, problems, tests) };
}

/** Data that do not fit the new schema are found only here; the org goes on as it was then. */
async function exchange(
  { job, ports, judgement }: Conclusion,
  prepared: PreparedProject
): Promise<Problem | undefined> {
  try {
    await ports.org.reload(prepared);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const member = judgement.change.added.find(({ fullName }) => error.message.includes(fullName));
    return {
      member: member ?? { type: '', fullName: 'package.xml' },
      message: `${error.message} ${error.action}`
    };
  }
  const { change } = judgement;
  ports.overlay.keep(change);
  const date = new Date(ports.org.clock.now()).toISOString();
  ports.members.count(change, prepared.project, { userId: job.userId, date });
  return undefined;
}

function outcomeDetails(
  { ports, plan, judgement, job }: Conclusion,
  problems: readonly Problem[],
  tests: RunTestResult
): DeployDetails {
  const before = ports.org.project;
  const after = judgement.prepared?.project ?? ports.overlay.preview(judgement.change);
  const { added } = judgement.change;
  const isUndone = problems.length > 0 && job.options.rollbackOnError;
  return detailsOf({ plan, before, after, added, problems, tests, isUndone });
}

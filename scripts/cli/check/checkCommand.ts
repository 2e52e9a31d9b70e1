import { exitCodes, UserError } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { installTools } from '../tools/index.ts';
import { analyzerStep } from './analyzerStep.ts';
import { apexStep } from './apexStep.ts';
import type { CheckContext, CheckResult, CheckStep } from './checkStep.ts';
import { corpusStep } from './corpusStep.ts';
import { formatStep } from './formatStep.ts';
import { lintStep } from './lintStep.ts';
import { metadataStep } from './metadataStep.ts';
import { platformStep } from './platformStep.ts';
import { releaseStep } from './releaseStep.ts';
import { componentTypesStep, typesStep } from './typesStep.ts';

/** In this order; every step runs even when an earlier one failed, so that one run shows everything. */
export const checkSteps: readonly CheckStep[] = [
  formatStep,
  typesStep,
  componentTypesStep,
  lintStep,
  metadataStep,
  platformStep,
  apexStep,
  corpusStep,
  releaseStep,
  analyzerStep
];

export interface CheckOptions {
  /** Names of steps; none means all. */
  readonly only: readonly string[];
}

/**
 * Runs the checks and prints a line for each.
 *
 * @returns 0 when all passed, 1 when one did not
 * @throws UserError for an unknown step or a missing tool
 */
export async function check(options: CheckOptions, log: Log): Promise<number> {
  const steps = selectSteps(options.only);
  const context = { checkModules: await installTools('check', log), log };
  const failures: string[] = [];
  for (const step of steps) {
    const { passed, output } = await runStep(step, context);
    log.info(`${passed ? 'passed' : 'FAILED'}  ${step.name}: ${step.what}`);
    if (passed) continue;
    failures.push(step.name);
    log.info(output);
  }
  if (failures.length === 0) return exitCodes.success;
  log.error(`${failures.join(', ')} failed. Repeat one with: npm run check -- --only NAME`);
  return exitCodes.failure;
}

function selectSteps(names: readonly string[]): readonly CheckStep[] {
  const unknown = names.find((name) => !checkSteps.some((step) => step.name === name));
  if (unknown === undefined) {
    return names.length === 0 ? checkSteps : checkSteps.filter(({ name }) => names.includes(name));
  }
  const known = checkSteps.map(({ name }) => name).join(', ');
  throw new UserError(`There is no check "${unknown}".`, `Choose among: ${known}.`);
}

async function runStep(step: CheckStep, context: CheckContext): Promise<CheckResult> {
  try {
    return await step.run(context);
  } catch (error) {
    if (error instanceof UserError) return { passed: false, output: error.describe() };
    throw error;
  }
}

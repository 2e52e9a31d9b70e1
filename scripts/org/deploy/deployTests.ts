import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Component, Project } from '../metadata/index.ts';
import { affectedBy } from '../tests/index.ts';
import type { SourceText } from '../tests/index.ts';
import { testPrepared } from '../worker/index.ts';
import type { PreparedProject } from '../worker/index.ts';
import { coverageWarnings } from './coverageRule.ts';
import type { CoverageRule } from './coverageRule.ts';
import { DeployError } from './deployError.ts';
import type { DeployPorts } from './deployPorts.ts';
import { noTests, runTestResult } from './testResult.ts';
import type { DeployOptions, RunTestResult, TestLevel } from './types.ts';

/** A deployment whose components are right. */
export interface TestedDeployment {
  readonly ports: Pick<DeployPorts, 'org' | 'log'>;
  readonly prepared: PreparedProject;
  readonly added: readonly Component[];
  readonly options: DeployOptions;
  readonly userId: string;
}

/**
 * Runs the tests that a deployment asks for, over the project as it will be, and tells where they cover too little.
 * @throws DeployError for a class that is not there
 */
export async function testDeployment(deployment: TestedDeployment): Promise<RunTestResult> {
  const { ports, prepared, added, options } = deployment;
  const isProduction = await servesProduction(deployment);
  const testLevel = levelOf(options, isProduction && added.some(isApex));
  if (testLevel === 'NoTestRun') return noTests;
  const classes = classesOf(testLevel, deployment);
  const selection = { classes, coverage: true };
  const run = await testPrepared(prepared, { log: ports.log, selection });
  const result = runTestResult(run, prepared.project.namespace);
  const rule = ruleOf(testLevel, isProduction);
  const names = new Set(added.filter(isApex).map(({ fullName }) => fullName));
  const codeCoverage = result.codeCoverage.filter(({ name }) => rule !== 'each' || names.has(name));
  return {
    ...result,
    codeCoverage,
    codeCoverageWarnings: coverageWarnings(rule, codeCoverage)
  };
}

const production = /^(Enterprise|Essentials|Performance|Professional|Unlimited) Edition$/;

async function servesProduction({ ports, userId }: TestedDeployment): Promise<boolean> {
  const soql = 'SELECT IsSandbox, OrganizationType FROM Organization';
  const [organization] = (await ports.org.query(userId, { soql })).records;
  const type = organization?.values.get('OrganizationType');
  const isSandbox = organization?.values.get('IsSandbox') === true;
  return !isSandbox && typeof type === 'string' && production.test(type);
}

/** Apex goes to production only with tests; what was validated has had its own. */
function levelOf(
  { testLevel, isValidated }: DeployOptions,
  isApexToProduction: boolean
): TestLevel {
  const isDue = testLevel === 'NoTestRun' && isValidated !== true && isApexToProduction;
  return isDue ? 'RunLocalTests' : testLevel;
}

function ruleOf(testLevel: TestLevel, isProduction: boolean): CoverageRule {
  const isSelection = testLevel === 'RunSpecifiedTests' || testLevel === 'RunRelevantTests';
  if (isSelection) return 'each';
  return isProduction ? 'average' : 'none';
}

function isApex({ type }: Component): boolean {
  return type === 'ApexClass' || type === 'ApexTrigger';
}

/** Undefined: all of them. */
function classesOf(
  testLevel: TestLevel,
  { prepared, added, options }: TestedDeployment
): readonly string[] | undefined {
  if (testLevel === 'RunSpecifiedTests') {
    for (const name of options.runTests) requireClass(prepared, name);
    return options.runTests;
  }
  // What other metadata change, no analysis of Apex can tell.
  const isKnown = testLevel === 'RunRelevantTests' && added.every(isApex);
  return isKnown ? relevantClasses(prepared.project, added) : undefined;
}

function requireClass({ project }: PreparedProject, name: string): void {
  const wanted = name.toLowerCase();
  const classes = project.components('ApexClass');
  if (classes.some(({ fullName }) => fullName.toLowerCase() === wanted)) return;
  throw new DeployError('INVALID_ID_FIELD', `Apex class named in runTests does not exist: ${name}`);
}

/**
 * Classes that name what is deployed, directly or through others, and tests that are always to run.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deploy_run_relevant_tests.htm
 */
function relevantClasses(project: Project, added: readonly Component[]): readonly string[] {
  const sources = [...project.components('ApexClass'), ...project.components('ApexTrigger')].map(
    (component) => sourceOf(project, component)
  );
  const deployed = new Set(added.map(({ fullName }) => fullName));
  const touched = sources.filter(({ name }) => deployed.has(name)).flatMap(triggerObject);
  const critical = sources.filter(({ text }) =>
    /@IsTest\s*\([^)]*\bcritical\s*=\s*true/i.test(text)
  );
  const names = affectedBy(new Set([...deployed, ...touched]), sources);
  return [...names, ...critical.map(({ name }) => name)];
}

function sourceOf({ folder }: Project, { fullName, content = '' }: Component): SourceText {
  return { name: fullName, text: readFileSync(join(folder, content), 'utf8') };
}

/** Tests reach a trigger through the object that it is on. */
function triggerObject({ text }: SourceText): string[] {
  const [, object] = /\btrigger\s+\w+\s+on\s+(\w+)\s*\(/i.exec(text) ?? [];
  return object === undefined ? [] : [object];
}

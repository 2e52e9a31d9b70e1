import { Command, InvalidArgumentError } from 'commander';
import type { Log } from '../shared/index.ts';
import { bench } from './bench/index.ts';
import { check, format } from './check/index.ts';
import { build, createPackage, deploy, testInScratchOrg } from './deploy/index.ts';
import { writeDocs } from './docs/index.ts';
import { deployToOrg, queryOrg, runInOrg, startOrg, testOrg } from './org/index.ts';
import type {
  OrgDeployOptions,
  OrgQueryOptions,
  OrgStartOptions,
  OrgTestOptions
} from './org/index.ts';
import { release } from './release/index.ts';
import type { ReleaseOptions } from './release/index.ts';
import { metrics } from './metrics/index.ts';
import { start } from './start/index.ts';
import { test } from './test/index.ts';

export interface ProgramPorts {
  readonly log: Log;
  readonly environment: NodeJS.ProcessEnv;
  /** Told the exit code of the command that ran. */
  readonly exit: (code: number) => void;
}

/** All commands. Each is a few lines here and one folder beside this file. */
export function createProgram(ports: ProgramPorts): Command {
  const program = new Command('clazar').exitOverride();
  addStart(program, ports);
  addTest(program, ports);
  addCheck(program, ports);
  addFormat(program, ports);
  addRelease(program, ports);
  addReleaseCheck(program, ports);
  addOrg(program.command('org').description('the local org of any sfdx project'), ports);
  return program;
}

function addStart(program: Command, { log, environment, exit }: ProgramPorts): void {
  program
    .command('start')
    .description('run the whole product: sandbox, local org and pages')
    .option('--fresh', 'forget all data of earlier runs', false)
    .action(async ({ fresh }: { fresh: boolean }) =>
      exit(await start({ fresh, environment }, log))
    );
}

function addTest(program: Command, { log, exit }: ProgramPorts): void {
  program
    .command('test')
    .description('run the Jest tests and the Apex tests')
    .action(async () => exit(await test(log)));
}

function addCheck(program: Command, { log, exit }: ProgramPorts): void {
  program
    .command('check')
    .description('check formatting, types, lint, metadata and Apex')
    .option('--only <names...>', 'only these checks')
    .action(async ({ only = [] }: { only?: string[] }) => exit(await check({ only }, log)));
}

function addRelease(program: Command, { log, exit }: ProgramPorts): void {
  program
    .command('bench')
    .description('run the benchmarks')
    .action(async () => exit(await bench()));
  program
    .command('metrics')
    .description('count what of the house style can be counted')
    .action(() => exit(metrics()));
  program
    .command('docs')
    .description('write the documents that are made from code')
    .action(() => writeDocs());
  program
    .command('build')
    .description('write the JavaScript of the components, for a real org')
    .action(() => exit(build(log)));
  program
    .command('deploy')
    .description('deploy to an org with the real sf CLI')
    .requiredOption('--target-org <org>', 'username or alias that the CLI knows')
    .action(async (options: { targetOrg: string }) => exit(await deploy(options, log)));
  program
    .command('package')
    .description('create a package version with the real sf CLI')
    .action(async () => exit(await createPackage(log)));
  program
    .command('test-scratch-org')
    .description('deploy to a new scratch org with the real sf CLI and run the tests there')
    .action(async () => exit(await testInScratchOrg(process.env['SFDX_AUTH_URL'], log)));
}

function addReleaseCheck(program: Command, { log, exit }: ProgramPorts): void {
  program
    .command('release')
    .description('check what must hold before a version is let out')
    .option('--licences', 'print every dependency with its licence', false)
    .option('--keep', 'keep this version as released: what the next one is held to', false)
    .action(async (options: ReleaseOptions) => exit(await release(options, log)));
}

function addFormat(program: Command, { log, exit }: ProgramPorts): void {
  program
    .command('format')
    .description('format every file, Apex and metadata too')
    .action(async () => exit(await format(log)));
}

const sourceOption = ['--source <folder>', 'folder of an sfdx project', '.'] as const;

function addOrg(org: Command, { log, exit }: ProgramPorts): void {
  org
    .command('start')
    .description('serve the local org to clients')
    .option(...sourceOption)
    .option('--port <number>', 'port to listen on', readNumber, 4000)
    .option('--empty <folder>', 'an org with nothing in it, kept in this folder, to deploy to')
    .option('--edition <name>', 'what the org says it is, such as "Enterprise Edition"')
    .option('--secure-port <number>', 'a second port, with TLS', readNumber)
    .action(async (options: OrgStartOptions) => exit(await startOrg(options, log)));
  org
    .command('deploy')
    .description('compile the project and take it up, records and all, without serving it')
    .option(...sourceOption)
    .option('--json', 'print one JSON object')
    .action(async (options: OrgDeployOptions) => exit(await deployToOrg(options, log)));
  org
    .command('test')
    .description('run Apex tests')
    .option(...sourceOption)
    .option('--class <name...>', 'only these test classes')
    .option('--method <name...>', 'only these test methods (Class.method)')
    .option('--coverage', 'measure the lines that tests run')
    .option('--json', 'print one JSON object')
    .option('--junit', 'print JUnit XML')
    .option('--watch', 'run the tests that a change touches, again and again')
    .action(async (options: OrgTestOptions) => exit(await testOrg(options, log)));
  org
    .command('query <soql>')
    .description('run a SOQL query')
    .option(...sourceOption)
    .option('--json', 'print JSON (the default)')
    .option('--explain', 'print how the records are found')
    .action(async (soql: string, options: OrgQueryOptions) =>
      exit(await queryOrg(soql, options, log))
    );
  org
    .command('run <file>')
    .description('run anonymous Apex from a file')
    .option(...sourceOption)
    .action(async (file: string, options: { source: string }) =>
      exit(await runInOrg(file, options, log))
    );
}

function readNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('It must be a whole number.');
}

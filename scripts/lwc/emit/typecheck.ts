import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type ts from 'typescript';
import type { UserError } from '../../shared/index.ts';
import { ownFolders, packageFile, packageFolder } from '../build/locations.ts';
import { listFiles, loadTypeScript, readProject } from '../project/index.ts';
import type { LwcProject } from '../project/index.ts';
import { declareModules } from './declarations.ts';
import { configFile, diagnosticError } from './emit.ts';

/**
 * Writes what tsc and editors need to understand components: `config/tsconfig.paths.json`
 * and `.local/lwc/types`.
 */
export function prepareLwcTypes({ projectFolder }: { readonly projectFolder: string }): void {
  const project = readProject(projectFolder);
  const typesFile = join(projectFolder, '.local/lwc/types/generated.d.ts');
  mkdirSync(dirname(typesFile), { recursive: true });
  writeFileSync(typesFile, declareModules(project));
  const pathsFile = join(projectFolder, 'config/tsconfig.paths.json');
  mkdirSync(dirname(pathsFile), { recursive: true });
  writeFileSync(
    pathsFile,
    `${JSON.stringify(describePaths(project, dirname(pathsFile)), undefined, 2)}\n`
  );
}

/**
 * Checks the types of all components and of the shell.
 * @returns the mistakes, each with file, line and column
 */
export function typecheckLwc({ projectFolder }: { readonly projectFolder: string }): UserError[] {
  prepareLwcTypes({ projectFolder });
  const ts = loadTypeScript();
  const { options, fileNames, errors } = readConfig();
  const program = ts.createProgram(fileNames, options);
  return [...errors, ...ts.getPreEmitDiagnostics(program)].map(diagnosticError);
}

function readConfig(): ts.ParsedCommandLine {
  const ts = loadTypeScript();
  const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile), undefined, configFile);
}

type Paths = Readonly<Record<string, readonly string[]>>;

function describePaths(project: LwcProject, folder: string): object {
  const from = (file: string): [string] => [`./${relative(folder, file)}`.replace('././', './')];
  const components = project.bundles.map(({ name, entry }) => [`c/${name}`, from(entry)]);
  const shell = listFiles(ownFolders.shell)
    .filter((file) => basename(dirname(file)) === basename(file, '.ts'))
    .map((file) => [`shell/${basename(file, '.ts')}`, from(file)]);
  const paths: Paths = Object.fromEntries([
    ...baseComponents().map(([name, file]) => [name, from(file)]),
    ...ownModules().map(([name, file]) => [name, from(file)]),
    ...components,
    ...shell
  ]) as Paths;
  return { compilerOptions: { paths } };
}

/** The package's own types of the modal lack its static `open`: see types/modal.d.ts. */
function baseComponents(): [string, string][] {
  const source = join(packageFolder('lightning-base-components'), 'src');
  const exposed = packageFile('lightning-base-components').lwc?.expose ?? [];
  return exposed
    .filter((name) => name !== 'lightning/modal')
    .map((name) => [name, join(source, name, `${basename(name)}.d.ts`)]);
}

function ownModules(): [string, string][] {
  return listFiles(ownFolders.modules)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => [`${basename(dirname(file))}/${basename(file, '.ts')}`, file]);
}

import { join } from 'node:path';
import type { SchemaPort } from '../../apex/index.ts';
import { compileApex } from '../../apex/load/index.ts';
import type { ApexSource, CompiledProgram, CompileError } from '../../apex/load/index.ts';
import { UserError } from '../../shared/index.ts';
import { createOrgFormulas } from '../formula/index.ts';
import { readProject, refuseUnsupported, textOf } from '../metadata/index.ts';
import type { Project } from '../metadata/index.ts';
import { createSchema } from '../schema/index.ts';
import { ApexCompileError } from './errors.ts';
import { apexLibrary } from './program.ts';

/** A project that is ready to run. */
export interface PreparedProject {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly compiled: CompiledProgram;
}

export interface PrepareOptions {
  readonly projectFolder: string;
  /** Where parsed metadata and compiled Apex are kept for the next start. */
  readonly cacheFolder?: string | undefined;
  /** Key prefixes that the org's data were made with. */
  readonly keyPrefixes?: ReadonlyMap<string, string>;
  /** What was deployed on top of the folder. */
  readonly change?: ((project: Project) => Project) | undefined;
}

/**
 * Reads a project's metadata and compiles its Apex.
 * @throws UserError for metadata that cannot be
 * @throws ApexCompileError with every mistake in the Apex
 */
export async function prepareProject(options: PrepareOptions): Promise<PreparedProject> {
  const { projectFolder, cacheFolder, change = (project: Project) => project } = options;
  const cacheFile =
    cacheFolder === undefined ? {} : { cacheFile: join(cacheFolder, 'metadata.json') };
  const project = change(await readProject(projectFolder, cacheFile));
  return prepareRead(project, options);
}

/** As `prepareProject`, for a project that is read already. */
export function prepareRead(
  project: Project,
  { cacheFolder, keyPrefixes }: Pick<PrepareOptions, 'cacheFolder' | 'keyPrefixes'>
): PreparedProject {
  refuseUnsupported(project);
  const schema = createSchema(project, keyPrefixes === undefined ? {} : { keyPrefixes });
  createOrgFormulas({ schema, project }).check();
  const { program, errors } = compileProject(project, schema, cacheFolder);
  if (program === undefined) throw new ApexCompileError(errors.map(userError));
  return { project, schema, compiled: program };
}

/** Compiles a project's Apex; all mistakes come back together. */
export function compileProject(
  project: Project,
  schema: SchemaPort,
  cacheFolder?: string
): ReturnType<typeof compileApex> {
  return compileApex({ sources: apexSources(project), schema, natives: apexLibrary, cacheFolder });
}

function apexSources(project: Project): ApexSource[] {
  const kinds = { ApexClass: 'class', ApexTrigger: 'trigger' } as const;
  return Object.entries(kinds).flatMap(([type, kind]) =>
    project.components(type).map((component) => ({
      kind,
      name: component.fullName,
      path: component.content ?? component.file,
      text: project.read(component),
      apiVersion: Number(textOf(component.xml, 'apiVersion') ?? project.apiVersion)
    }))
  );
}

function userError({ file, line, column, message }: CompileError): UserError {
  return new UserError(message, '', { file, line, column });
}

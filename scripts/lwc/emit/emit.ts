import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type ts from 'typescript';
import { UserError } from '../../shared/index.ts';
import { loadTypeScript, readProject } from '../project/index.ts';
import type { Bundle } from '../project/index.ts';

/** The settings of every LWC, for tsc, editors and this program alike. */
export const configFile = fileURLToPath(
  new URL('../../../config/tsconfig.lwc.json', import.meta.url)
);

/**
 * Writes the `.js` beside each `.ts` of the project's components: what is deployed. The
 * decorators stay, since the platform's compiler reads them.
 * @returns the files that were written; unchanged ones are left alone
 * @throws UserError for TypeScript that cannot be read
 */
export function emitLwc({ projectFolder }: { readonly projectFolder: string }): string[] {
  const { bundles } = readProject(projectFolder);
  const options = compilerOptions();
  const written = bundles.flatMap(({ files }) =>
    files.filter(isTypeScript).filter((file) => emitFile(file, options))
  );
  requireEmitted(bundles);
  return written;
}

/**
 * Makes sure that every component has its `.js`: without it a deployment would silently
 * carry an empty component.
 * @throws UserError naming the components
 */
export function requireEmitted(bundles: readonly Bundle[]): void {
  const missing = bundles
    .filter(({ entry }) => entry.endsWith('.ts') && !existsSync(scriptOf(entry)))
    .map(({ name }) => name);
  if (missing.length === 0) return;
  throw new UserError(
    `These components have no .js yet: ${missing.join(', ')}.`,
    'Build them before you deploy.'
  );
}

function isTypeScript(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.endsWith('.test.ts');
}

function scriptOf(file: string): string {
  return file.replace(/\.ts$/, '.js');
}

function compilerOptions(): ts.CompilerOptions {
  const ts = loadTypeScript();
  const { config } = ts.readConfigFile(configFile, (file) => readFileSync(file, 'utf8')) as {
    config: { compilerOptions: Record<string, unknown> };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    config.compilerOptions,
    dirname(configFile)
  );
  const newLine = ts.NewLineKind.LineFeed;
  return { ...options, noEmit: false, allowImportingTsExtensions: false, newLine };
}

function emitFile(file: string, options: ts.CompilerOptions): boolean {
  const source = readFileSync(file, 'utf8');
  const { outputText, diagnostics = [] } = loadTypeScript().transpileModule(source, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: options
  });
  const [first] = diagnostics;
  if (first !== undefined) throw diagnosticError(first);
  const target = scriptOf(file);
  if (existsSync(target) && readFileSync(target, 'utf8') === outputText) return false;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, outputText);
  return true;
}

/** A message of the TypeScript compiler, with its place. */
export function diagnosticError(diagnostic: ts.Diagnostic): UserError {
  const text = loadTypeScript().flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  const { file, start } = diagnostic;
  if (file === undefined || start === undefined)
    return new UserError(text, 'Correct the settings.');
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return new UserError(text, `(TS${diagnostic.code})`, {
    file: file.fileName,
    line: line + 1,
    column: character + 1
  });
}

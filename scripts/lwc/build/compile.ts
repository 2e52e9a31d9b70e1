import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { transformSync } from '@lwc/compiler';
import { lwcError, typeScriptError } from './compileErrors.ts';
import { hashOf } from './hash.ts';

/** One file of a component. */
export interface SourceFile {
  readonly path: string;
  readonly namespace: string;
  readonly scopedStyles: boolean;
  readonly text: string;
}

/** What the browser loads for a file; kept on disk between builds. */
export interface CompiledFile {
  readonly code: string;
  readonly map: unknown;
  readonly warnings: readonly CompilerWarning[];
}

/** A remark of the LWC compiler: `line` from 1. */
export interface CompilerWarning {
  readonly message: string;
  readonly line?: number;
}

export interface CompileOptions {
  readonly cacheFolder: string;
  /** What else decides the result: versions of the compilers. */
  readonly cacheKey: string;
  readonly sourceMaps: boolean;
}

/**
 * Compiles a `.ts`, `.js`, `.html` or `.css` file of a component to a JavaScript module.
 * @throws UserError with file, line and column
 */
export function compileFile(source: SourceFile, options: CompileOptions): CompiledFile {
  const cached = cacheFile(source, options);
  if (existsSync(cached)) return JSON.parse(readFileSync(cached, 'utf8')) as CompiledFile;
  const compiled = compile(source, options);
  mkdirSync(dirname(cached), { recursive: true });
  writeFileSync(cached, JSON.stringify(compiled));
  return compiled;
}

function cacheFile(
  source: SourceFile,
  { cacheFolder, cacheKey, sourceMaps }: CompileOptions
): string {
  const { path, namespace, scopedStyles, text } = source;
  const key = hashOf(cacheKey, path, namespace, `${scopedStyles} ${sourceMaps}`, text);
  return join(cacheFolder, 'compiled', `${key}.json`);
}

function compile(source: SourceFile, { sourceMaps }: CompileOptions): CompiledFile {
  const text = source.path.endsWith('.ts') ? stripTypes(source) : source.text;
  if (!needsLwc(source.path, text)) return { code: text, map: null, warnings: [] };
  try {
    const {
      code,
      map,
      warnings = []
    } = transformSync(text, source.path, {
      name: basename(dirname(source.path)),
      namespace: source.namespace,
      outputConfig: { sourcemap: sourceMaps },
      scopedStyles: source.scopedStyles,
      enableDynamicComponents: true,
      enableLwcOn: true,
      enableStaticContentOptimization: true,
      apiVersion: 66
    });
    return { code, map: map ?? null, warnings: warnings.map(readWarning) };
  } catch (error) {
    throw lwcError(error, source.path);
  }
}

function readWarning(warning: { message: string; location?: { line: number } }): CompilerWarning {
  const { message, location } = warning;
  return location === undefined ? { message } : { message, line: location.line };
}

/** Helper modules without a default export or decorators leave the compiler as they came. */
function needsLwc(path: string, text: string): boolean {
  if (!/\.(ts|js)$/.test(extname(path))) return true;
  return /\bexport\s+default\b|\bas\s+default\b|^\s*@(?:api|track|wire)\b/m.test(text);
}

function stripTypes({ path, text }: SourceFile): string {
  try {
    return stripTypeScriptTypes(text);
  } catch (error) {
    throw typeScriptError(error, text, path);
  }
}

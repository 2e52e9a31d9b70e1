import { UserError } from '../../shared/index.ts';
import { loadTypeScript } from '../project/index.ts';

interface CompilerFailure {
  readonly message: string;
  readonly filename?: string;
  readonly location?: { readonly line?: number; readonly column?: number };
}

/** A failure of the LWC compiler, as a message that a person can act on. */
export function lwcError(error: unknown, file: string): UserError {
  const { message, location } = error as CompilerFailure;
  return new UserError(firstLine(message, file), 'Correct the component.', {
    file,
    ...(location?.line !== undefined && { line: location.line }),
    ...(location?.column !== undefined && { column: location.column + 1 })
  });
}

/** The compiler repeats the path and adds a code frame; the place is told once. */
function firstLine(message: string, file: string): string {
  const line = message.replaceAll(`${file}: `, '').split('\n')[0] ?? '';
  return line.replace(/ \(\d+:\d+\)$/, '');
}

/**
 * Says where TypeScript cannot be read or stripped. Only used after Node refused the file:
 * TypeScript's parser is slower, and knows the place.
 */
export function typeScriptError(error: unknown, source: string, file: string): UserError {
  const ts = loadTypeScript();
  const { diagnostics = [] } = ts.transpileModule(source, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, erasableSyntaxOnly: true }
  });
  const [first] = diagnostics;
  if (first?.start === undefined || first.file === undefined) {
    return new UserError(String(error), 'Correct the TypeScript.', { file });
  }
  const { line, character } = first.file.getLineAndCharacterOfPosition(first.start);
  const text = ts.flattenDiagnosticMessageText(first.messageText, ' ');
  return new UserError(text, 'Correct the TypeScript.', {
    file,
    line: line + 1,
    column: character + 1
  });
}

/** Where `text` first stands in a source, for an error about it. */
export function placeOf(text: string, source: string, file: string): UserError['place'] {
  const index = source.indexOf(text);
  if (index < 0) return { file };
  const before = source.slice(0, index).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

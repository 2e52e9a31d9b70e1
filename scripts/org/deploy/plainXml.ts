import { UserError } from '../../shared/index.ts';

const declarations = /<!(?:DOCTYPE|ENTITY)/i;

/**
 * Metadata has no use for a document type, and entities that it declares could swell or reach for files.
 * @throws UserError with file and line
 */
export function requirePlainXml(text: string, file: string): void {
  const found = declarations.exec(text);
  if (found === null) return;
  const line = text.slice(0, found.index).split('\n').length;
  throw new UserError(
    'DOCTYPE is not allowed.',
    'Remove the document type and the entities it declares.',
    { file, line, column: 1 }
  );
}

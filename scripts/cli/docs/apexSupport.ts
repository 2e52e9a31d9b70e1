import { format } from 'prettier';
import { supportTable } from '../../apex/library/index.ts';
import { apexLibrary } from '../../org/index.ts';

/** `docs/apex-support.md` as the code has it now. */
export function apexSupport(): Promise<string> {
  return format(supportTable(apexLibrary), { parser: 'markdown', printWidth: 100 });
}

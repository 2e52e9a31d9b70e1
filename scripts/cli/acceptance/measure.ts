/** Prints what a full sync takes: `node scripts/cli/acceptance/measure.ts large` (or `medium`, `small`). */
import { UserError } from '../../shared/index.ts';
import { measureSync } from './largeSync.ts';

const sizes = ['small', 'medium', 'large'] as const;
const size = sizes.find((known) => known === process.argv[2]);
if (size === undefined) {
  throw new UserError('There is no such size.', `Name one of ${sizes.join(', ')}.`);
}
process.stdout.write(`${JSON.stringify(await measureSync(size), undefined, 2)}\n`);

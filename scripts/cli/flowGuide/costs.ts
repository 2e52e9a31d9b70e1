import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '../../shared/index.ts';
import { projectFolder } from '../tools/index.ts';

const file = 'force-app/cosell/tests/CosellCosts.cls';

/** What a call of an action costs. */
export interface Cost {
  readonly action: string;
  /** Queries and statements of any call; then callouts and saved rows of a call with two hundred inputs. */
  readonly figures: readonly string[];
}

/** The figures that the package's own tests insist on. */
export function costs(): Cost[] {
  return costsIn(readFileSync(join(projectFolder, file), 'utf8'));
}

/** @throws UserError when the tests have no figures */
export function costsIn(source: string): Cost[] {
  const form = /'([^']+)' => new List<Integer>\{ ([\d, ]+) \}/g;
  const found = [...source.matchAll(form)].map(([, action = '', figures = '']) => ({
    action,
    figures: figures.split(', ')
  }));
  if (found.length > 0) return found;
  throw new UserError('There are no figures of what actions cost.', `Give ${file} its FIGURES.`);
}

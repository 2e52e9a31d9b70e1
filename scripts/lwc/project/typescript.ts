import { createRequire } from 'node:module';
import type ts from 'typescript';

const require = createRequire(import.meta.url);

/** The TypeScript compiler, loaded when it is first needed: it takes longer than a whole warm start. */
export function loadTypeScript(): typeof ts {
  return require('typescript') as typeof ts;
}

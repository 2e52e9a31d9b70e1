import type { Position } from '../syntax/index.ts';

/** An expression whose meaning hangs on a mistake that was reported elsewhere. */
export class IncompleteCode extends Error {
  readonly at: Position;

  constructor(at: Position) {
    super(`The code at line ${at.line}, column ${at.column} is not complete.`);
    this.at = at;
  }
}

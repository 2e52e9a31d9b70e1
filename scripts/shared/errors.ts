/** Exit codes of every command: 0 all well, 1 the work failed (tests, checks), 2 it could not run. */
export const exitCodes = { success: 0, failure: 1, cannotRun: 2 } as const;

export interface ErrorPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A mistake that a person can correct: shown as one message, without a stack trace. */
export class UserError extends Error {
  readonly place: ErrorPlace;
  readonly action: string;

  /**
   * @param what what happened, as a sentence
   * @param action what to do about it, as a sentence
   * @param place the file, line (from 1) and column (from 1), where there is one
   */
  constructor(what: string, action: string, place: ErrorPlace = {}) {
    super(what);
    this.name = 'UserError';
    this.action = action;
    this.place = place;
  }

  /** The message as it is printed: `file:line:column: what action`. */
  describe(): string {
    return `${describePlace(this.place)}${this.message} ${this.action}`.trim();
  }
}

function describePlace({ file, line, column }: ErrorPlace): string {
  if (file === undefined) return '';
  return `${[file, line, column].filter((part) => part !== undefined).join(':')}: `;
}

/** Closes a switch over a union: a case that was forgotten is a compile error, and a loud one at run time. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

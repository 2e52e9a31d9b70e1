import { UserError } from '../../shared/index.ts';
import type { Clock } from '../../shared/index.ts';
import type { Component, Project } from '../metadata/index.ts';
import { ApexCompileError, checkPrepared, prepareRead } from '../worker/index.ts';
import type { PreparedProject } from '../worker/index.ts';
import type { Change } from './overlay.ts';
import { placeOf } from './place.ts';
import type { Problem } from './readAdded.ts';
import type { Member } from './types.ts';

export interface JudgeParts {
  preview(change: Change): Project;
  readonly keyPrefixes: ReadonlyMap<string, string>;
  readonly cacheFolder: string | undefined;
  readonly clock: Clock;
  /** Does one mistake undo everything? */
  readonly rollbackOnError: boolean;
}

export interface Judgement {
  /** What is right. */
  readonly change: Change;
  /** The project with it; undefined when it cannot be. */
  readonly prepared: PreparedProject | undefined;
  readonly problems: readonly Problem[];
}

/** More rounds than that are not worth the time: what is named so far is corrected first. */
const mostRounds = 100;

/**
 * Looks what of a change can be: metadata, schema, Apex, permission sets, flows. A component with a mistake is named and left
 * out, so that all mistakes are found together.
 */
export function judge(change: Change, parts: JudgeParts): Judgement {
  const problems: Problem[] = [];
  let rest = change;
  for (let round = 0; round < mostRounds; round += 1) {
    const attempt = attemptChange(rest, parts);
    if (attempt.prepared !== undefined) {
      return { change: rest, prepared: attempt.prepared, problems };
    }
    problems.push(...attempt.problems);
    const fewer = without(rest, attempt.problems);
    const isStuck = fewer.added.length === rest.added.length;
    // Apex that is left out makes the Apex that uses it wrong as well: that says nothing new.
    if (isStuck || (parts.rollbackOnError && attempt.isApex)) break;
    rest = fewer;
  }
  return { change: rest, prepared: undefined, problems };
}

type Attempt =
  | { readonly prepared: PreparedProject }
  | { readonly prepared: undefined; readonly problems: Problem[]; readonly isApex: boolean };

function attemptChange(change: Change, parts: JudgeParts): Attempt {
  const project = parts.preview(change);
  try {
    const { keyPrefixes, cacheFolder } = parts;
    const prepared = prepareRead(project, { keyPrefixes, cacheFolder });
    checkPrepared(prepared, parts.clock);
    return { prepared };
  } catch (error) {
    const isApex = error instanceof ApexCompileError;
    const errors = isApex ? error.errors : [requireUserError(error)];
    return {
      prepared: undefined,
      isApex,
      problems: errors.map((each) => problemOf(each, project))
    };
  }
}

function requireUserError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

function problemOf(error: UserError, project: Project): Problem {
  const { file, line, column } = error.place;
  const message = [error.message, error.action].filter((part) => part !== '').join(' ');
  const member = file === undefined ? undefined : placeOf(project, file, line);
  return {
    member: member ?? { type: '', fullName: 'package.xml' },
    message,
    ...(line !== undefined && { line, column: column ?? 1 })
  };
}

function without({ added, removed }: Change, problems: readonly Problem[]): Change {
  const wrong = new Set(problems.map(({ member }) => keyOf(member)));
  const isRight = (component: Component): boolean => !wrong.has(keyOf(component));
  return { added: added.filter(isRight), removed };
}

function keyOf({ type, fullName }: Member): string {
  return `${type} ${fullName}`;
}

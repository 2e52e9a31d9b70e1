import * as runtime from '../../runtime/index.ts';
import type { ApexContext } from '../../platform/index.ts';
import { calling } from './calls.ts';
import type { ProgramAccess } from './calls.ts';
import { casting } from './casts.ts';
import { constants } from './constants.ts';
import { conversions } from './conversions.ts';
import { createEnum, enumByName } from './enums.ts';
import { exceptions } from './exceptions.ts';
import { numbers } from './numbers.ts';
import { platform } from './platform.ts';
import { records } from './records.ts';

/** Everything that emitted code calls by `$name`. */
export function createHelpers(
  context: ApexContext,
  program: ProgramAccess
): Readonly<Record<string, unknown>> {
  const asUser = Object.create(context, { access: { value: 'user' } }) as ApexContext;
  return {
    ...runtime,
    ...constants,
    ...conversions,
    ...numbers,
    ...records,
    createEnum,
    enumByName,
    ...casting(context),
    ...exceptions(program),
    ...platform(context, program),
    asUser,
    ...inUserMode(platform(asUser, program)),
    ...calling(context, program)
  };
}

/** The names by which code of API version 67 and later calls them. */
function inUserMode(helpers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(helpers).map(([name, one]) => [`${name}AsUser`, one]));
}

export type { ProgramAccess };

import { nativeClass, nativeEnum } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { PlatformObject } from '../platformObject.ts';

interface AccessLevelData {
  readonly mode: 'user' | 'system';
}

export type ApexAccessLevel = PlatformObject<AccessLevelData>;

function level(mode: 'user' | 'system'): ApexAccessLevel {
  const name = mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE';
  return new PlatformObject('AccessLevel', { mode }, () => `AccessLevel.${name}`);
}

const userMode = level('user');
const systemMode = level('system');

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AccessLevel.htm */
export const accessLevel = nativeClass('AccessLevel', {
  'static AccessLevel USER_MODE': () => userMode,
  'static AccessLevel SYSTEM_MODE': () => systemMode
});

export const accessType = nativeEnum('AccessType', [
  'CREATABLE',
  'READABLE',
  'UPDATABLE',
  'UPSERTABLE'
]);

/** The mode behind an argument; that of the calling code when it was not given. */
export function modeOf(
  { access }: ApexContext,
  value: ApexAccessLevel | null | undefined
): 'user' | 'system' {
  return value?.data.mode ?? access;
}

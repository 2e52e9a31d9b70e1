import { namedId } from '../schema/index.ts';

/** The id of a group or queue of the project. */
export function groupId(type: 'Group' | 'Queue', fullName: string): string {
  return namedId('00G', `${type} ${fullName}`);
}

/** The id of a role of the project. */
export function roleId(fullName: string): string {
  return namedId('00E', `Role ${fullName}`);
}

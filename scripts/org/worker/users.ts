import { ApexException, ApexSObject } from '../../apex/runtime/index.ts';
import { UserError } from '../../shared/index.ts';
import { toStored } from '../runtime/index.ts';
import { readUser, userOfRow } from '../security/index.ts';
import type { UserContext } from '../session/types.ts';
import type { Store } from '../store/index.ts';

/** Finds users by id. */
export function userNamed(store: Store): (userId: string) => UserContext {
  return (userId) => {
    const user = readUser(store, userId);
    if (user !== undefined) return user;
    throw new UserError(`There is no user ${userId}.`, 'Use the id of a user of this org.');
  };
}

/**
 * The user behind `System.runAs(user)`; undefined for a package version.
 * @throws ApexException for a user that does not exist
 */
export function userOfRecord(store: Store): (value: unknown) => UserContext | undefined {
  return (value) => {
    if (!(value instanceof ApexSObject) || value.type !== 'User') return undefined;
    if (value.id === null) {
      const fields = Object.entries(value.fields).map(
        ([name, each]) => [name, toStored(each)] as const
      );
      return userOfRow(Object.fromEntries(fields));
    }
    const user = readUser(store, value.id);
    if (user !== undefined) return user;
    throw new ApexException('System.UnexpectedException', `User ${value.id} does not exist`);
  };
}

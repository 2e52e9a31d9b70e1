import { secretToken } from '../../shared/index.ts';
import type { AccessPolicy } from '../session/types.ts';
import type { UserDirectory } from './oauth/index.ts';
import type { Passwords } from './passwords.ts';

/** Who may log in: the users of the org as they are now, whoever has created or changed them. */
export interface UserAccounts extends UserDirectory {
  /**
   * Gives a user a password of their own.
   * @throws PasswordError
   */
  setPassword(userId: string, password: string): Promise<void>;
  /** Gives a user a password that nobody has thought of. @throws PasswordError */
  resetPassword(userId: string): Promise<string>;
}

/** A user record, as far as logging in goes. */
export interface Account {
  readonly id: string;
  readonly isActive: boolean;
}

/** Finds users by one field, with no regard to who asks. */
export type FindAccounts = (field: 'Id' | 'Username', value: string) => Promise<readonly Account[]>;

export interface AccountParts {
  readonly find: FindAccounts;
  /** Passwords that users were given, by themselves or an administrator. */
  readonly own: Passwords;
  /** Passwords for those who have none of their own. */
  readonly first: Passwords;
}

/** A password that is refused: `INVALID_NEW_PASSWORD` or `INVALID_ID_FIELD`. */
export class PasswordError extends Error {
  readonly errorCode: string;

  constructor(errorCode: string, message: string) {
    super(message);
    this.name = 'PasswordError';
    this.errorCode = errorCode;
  }
}

export function createUserAccounts({ find, own, first }: AccountParts): UserAccounts {
  const activeOne = async (field: 'Id' | 'Username', value: string): Promise<string | undefined> =>
    (await find(field, value)).find(({ isActive }) => isActive)?.id;
  const matches = (id: string, password: string): boolean =>
    (own.has(id) ? own : first).matches(id, password);
  const setPassword = async (userId: string, password: string): Promise<void> => {
    const [account] = await find('Id', userId);
    if (account === undefined) throw new PasswordError('INVALID_ID_FIELD', `no user ${userId}`);
    requireGoodPassword(password);
    if (matches(account.id, password)) throw invalidPassword('invalid repeated password');
    own.set(account.id, password);
  };
  return {
    findByUsername: (username) => activeOne('Username', username),
    checkPassword: async (username, password) => {
      const id = await activeOne('Username', username);
      return id !== undefined && matches(id, password) ? id : undefined;
    },
    isActive: async (userId) => (await activeOne('Id', userId)) !== undefined,
    setPassword,
    resetPassword: async (userId) => {
      const password = `${secretToken(12)}a1`;
      await setPassword(userId, password);
      return password;
    }
  };
}

/** An org's default policy: https://help.salesforce.com/s/articleView?id=sf.admin_password.htm */
function requireGoodPassword(password: string): void {
  if (password.length < 8)
    throw invalidPassword('Your password must be at least 8 characters long.');
  if (/[a-z]/i.test(password) && /\d/.test(password)) return;
  throw invalidPassword('Your password must have a mix of letters and numbers.');
}

function invalidPassword(message: string): PasswordError {
  return new PasswordError('INVALID_NEW_PASSWORD', message);
}

/** Users change their own password; administrators everybody's. */
export function mayChangePassword(policy: AccessPolicy, userId: string, target: string): boolean {
  const isOwn = userId.slice(0, 15) === target.slice(0, 15);
  return isOwn || ['ResetPasswords', 'ManageUsers'].some((each) => policy.hasUserPermission(each));
}

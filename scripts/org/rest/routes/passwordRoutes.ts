import { mayChangePassword, PasswordError } from '../../auth/index.ts';
import type { UserAccounts } from '../../auth/index.ts';
import { isPlainObject } from '../requestRecord.ts';
import { malformedBody, notFound, RestError } from '../restError.ts';
import { ok, parameter } from './route.ts';
import type { RestCall, Route } from './route.ts';

const path = '/sobjects/User/:id/password';

/** https://developer.salesforce.com/docs/platform/api-rest/guide/dome-sobject-user-password.html */
export function createPasswordRoutes(accounts: UserAccounts): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      handle: async (call) => {
        await requireOwner(call);
        return ok({ isExpired: false });
      }
    },
    {
      method: 'POST',
      path,
      handle: async (call) => {
        const userId = await requireOwner(call);
        await refusing(() => accounts.setPassword(userId, newPassword(call)));
        return { status: 204 };
      }
    },
    {
      method: 'DELETE',
      path,
      handle: async (call) => {
        const userId = await requireOwner(call);
        return ok({ NewPassword: await refusing(() => accounts.resetPassword(userId)) });
      }
    }
  ];
}

/** The id of the path, when the caller may see to that password. @throws RestError */
async function requireOwner(call: RestCall): Promise<string> {
  const id = parameter(call, 'id');
  const { records } = await call.org.query(call.userId, {
    soql: 'SELECT Id FROM User WHERE Id = :id',
    binds: new Map([['id', id]])
  });
  const found = records[0]?.values.get('Id');
  if (typeof found !== 'string') throw notFound();
  const policy = await call.org.policy(call.userId);
  if (mayChangePassword(policy, call.userId, found)) return found;
  throw new RestError(403, {
    message: 'You do not have permission to view this record.',
    errorCode: 'INSUFFICIENT_ACCESS'
  });
}

function newPassword({ body }: RestCall): string {
  const password = isPlainObject(body) ? body['NewPassword'] : undefined;
  if (typeof password === 'string') return password;
  throw malformedBody('The body needs NewPassword, a text.');
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PasswordError)) throw error;
    throw new RestError(400, { message: error.message, errorCode: error.errorCode });
  }
}

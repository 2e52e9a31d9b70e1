import type { Connection } from './accounts.ts';
import { renew, revoke } from './oauth.ts';
import type { OrgAccess } from './orgClient.ts';
import { OrgRefusal } from './orgClient.ts';
import type { SalesforceParts } from './parts.ts';

/** Has the org forget tokens. What cannot be revoked is forgotten here all the same. */
export async function revokeQuietly(
  { http, log }: SalesforceParts,
  instanceUrl: string,
  { refreshToken, accessToken }: { refreshToken: string; accessToken: string }
): Promise<void> {
  const token = refreshToken === '' ? accessToken : refreshToken;
  await revoke(http, instanceUrl, token).catch((error: unknown) =>
    log.warn(`The token was not revoked: ${String(error)}`)
  );
}

/** Acts as the connected user, and keeps a token that had to be renewed. */
export async function asConnection<T>(
  parts: SalesforceParts,
  connection: Connection,
  act: (access: OrgAccess) => Promise<T>
): Promise<T> {
  return withToken({ ...parts, keep: (token) => parts.accounts.renew(token) }, connection, act);
}

/** Acts with a connection's token, and with a new one when that is too old. */
export async function withToken<T>(
  parts: SalesforceParts & { readonly keep?: (accessToken: string) => void },
  connection: Connection,
  act: (access: OrgAccess) => Promise<T>
): Promise<T> {
  const { instanceUrl, accessToken, refreshToken } = connection;
  try {
    return await act({ instanceUrl, accessToken });
  } catch (error) {
    if (!(error instanceof OrgRefusal) || error.status !== 401 || refreshToken === '') throw error;
    const request = { app: parts.app, instanceUrl, refreshToken };
    const renewed = await renew(parts.http, request);
    parts.keep?.(renewed);
    return act({ instanceUrl, accessToken: renewed });
  }
}

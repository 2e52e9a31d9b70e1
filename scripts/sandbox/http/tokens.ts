import type { Clock } from '../../shared/index.ts';
import { code, randomFor } from '../data/random.ts';
import { ApiError } from './errors.ts';

/** Client credentials as Clazar issues them. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What everyone may use to try the sandbox. Not a secret: it opens invented data only. */
export const demoCredentials: Credentials = {
  clientId: 'clazar-sandbox-demo',
  clientSecret: 'clazar-sandbox-demo-secret'
};

/** Seconds a token lives (https://help.clazar.io/articles/7953489882-get-an-access-token). */
const lifetime = 86_400;

export interface Token {
  readonly access_token: string;
  readonly token_type: 'bearer';
  /** Seconds. */
  readonly expires_in: number;
}

/** Issues tokens and checks them. */
export interface Tokens {
  /** @throws ApiError 401 when the pair is not the sandbox's */
  issue(clientId: string, clientSecret: string): Token;
  /** @throws ApiError 401 when there is no valid token in an `Authorization` header */
  check(authorization: string | undefined): void;
  /** Makes the token in the header, or every token, as old as if its time were over. */
  expire(authorization?: string): void;
}

/** Tokens by seed: the first one of a run is always the same, so that runs repeat. */
export function createTokens(seed: number, clock: Clock, credentials: Credentials): Tokens {
  const expiry = new Map<string, number>();
  return {
    issue: (clientId, clientSecret) => {
      const isKnown =
        clientId === credentials.clientId && clientSecret === credentials.clientSecret;
      if (!isKnown) throw new ApiError('invalid_credentials', 'Invalid credentials.');
      const access_token = code(randomFor(seed, `token:${expiry.size}`), 40);
      expiry.set(access_token, clock.now() + lifetime * 1000);
      return { access_token, token_type: 'bearer', expires_in: lifetime };
    },
    check: (authorization) => {
      const until = expiry.get(tokenOf(authorization));
      if (until === undefined) throw refused('invalid_token', 'The access token is not valid.');
      if (until <= clock.now()) throw refused('token_expired', 'The access token has expired.');
    },
    expire: (authorization) => {
      const which = authorization === undefined ? [...expiry.keys()] : [tokenOf(authorization)];
      which.filter((token) => expiry.has(token)).forEach((token) => expiry.set(token, 0));
    }
  };
}

function tokenOf(authorization: string | undefined): string {
  const match = /^bearer +(\S+)$/i.exec(authorization ?? '');
  if (match?.[1] !== undefined) return match[1];
  throw refused('not_authenticated', 'Authentication credentials were not provided.');
}

function refused(
  kind: 'not_authenticated' | 'invalid_token' | 'token_expired',
  message: string
): ApiError {
  return new ApiError(kind, message, { headers: { 'www-authenticate': 'Bearer' } });
}

import { createHash } from 'node:crypto';
import { sameSecret, secretToken } from '../../../shared/index.ts';
import type { Clock } from '../../../shared/index.ts';
import { OAuthError } from './oauthError.ts';

/** What a user allowed, waiting for the client to fetch its tokens. */
export interface CodeGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  /** base64url(SHA-256(verifier)); a client that names no method means this one. */
  readonly challenge: string | undefined;
}

export interface CodeRedemption {
  readonly code: string | undefined;
  readonly clientId: string;
  readonly redirectUri: string | undefined;
  readonly verifier: string | undefined;
}

/** Authorization codes: each good for one use within 15 minutes. */
export interface AuthorizationCodes {
  issue(grant: CodeGrant): string;
  /** @throws OAuthError for a code that is unknown, used, expired, another client's, or without its verifier */
  redeem(redemption: CodeRedemption): CodeGrant;
}

const lifetimeMilliseconds = 15 * 60 * 1000;

export function createAuthorizationCodes(clock: Clock): AuthorizationCodes {
  const waiting = new Map<string, CodeGrant & { readonly expiresAt: number }>();
  return {
    issue: (grant) => {
      for (const [old, { expiresAt }] of waiting) if (expiresAt < clock.now()) waiting.delete(old);
      const code = secretToken(64);
      waiting.set(code, { ...grant, expiresAt: clock.now() + lifetimeMilliseconds });
      return code;
    },
    redeem: (redemption) => {
      const grant = waiting.get(redemption.code ?? '');
      waiting.delete(redemption.code ?? '');
      if (grant === undefined) throw new OAuthError('invalid_grant', 'invalid authorization code');
      if (grant.expiresAt < clock.now()) {
        throw new OAuthError('invalid_grant', 'expired authorization code');
      }
      requireSameClient(grant, redemption);
      requireVerifier(grant.challenge, redemption.verifier);
      return grant;
    }
  };
}

function requireSameClient(grant: CodeGrant, { clientId, redirectUri }: CodeRedemption): void {
  if (grant.clientId !== clientId) {
    throw new OAuthError('invalid_grant', 'invalid authorization code');
  }
  if (grant.redirectUri !== redirectUri) {
    throw new OAuthError('redirect_uri_mismatch', 'redirect_uri does not match the one authorized');
  }
}

function requireVerifier(challenge: string | undefined, verifier: string | undefined): void {
  if (challenge === undefined) return;
  if (verifier === undefined) throw new OAuthError('invalid_grant', 'code verifier required');
  const computed = createHash('sha256').update(verifier).digest('base64url');
  if (sameSecret(computed, challenge)) return;
  throw new OAuthError('invalid_request', 'invalid code verifier');
}

export { cookieToken, requestToken, sessionCookie, sessionCookieHeader } from './requestToken.ts';
export { allowsApi, allowsWeb, createSessions, sessionTimeoutMilliseconds } from './sessions.ts';
export type { Session, Sessions } from './sessions.ts';
export {
  createAuthorizationCodes,
  createClients,
  createRefreshTokens,
  memoryRefreshTokenStorage,
  registerOAuth
} from './oauth/index.ts';
export type {
  AuthorizationCodes,
  OAuthClient,
  OAuthClients,
  OAuthParts,
  RefreshGrant,
  RefreshTokens,
  RefreshTokenStorage,
  UserDirectory
} from './oauth/index.ts';
export { registerFrontdoor } from './frontdoor.ts';
export { endInactiveSessions } from './endInactiveSessions.ts';
export { createPasswords, fileTexts, memoryTexts } from './passwords.ts';
export type { Passwords, TextStorage } from './passwords.ts';
export { createUserAccounts, mayChangePassword, PasswordError } from './userAccounts.ts';
export type { Account, FindAccounts, UserAccounts } from './userAccounts.ts';

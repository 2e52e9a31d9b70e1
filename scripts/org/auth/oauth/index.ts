export { localTarget } from './authorization.ts';
export { createClients } from './clients.ts';
export type { OAuthClient } from './clients.ts';
export { createAuthorizationCodes } from './codes.ts';
export { createRefreshTokens, memoryRefreshTokenStorage } from './refreshTokens.ts';
export type { RefreshGrant, RefreshTokens, RefreshTokenStorage } from './refreshTokens.ts';
export { instanceUrl, registerOAuth } from './registerOAuth.ts';
export type { OAuthParts } from './registerOAuth.ts';
export type { UserDirectory } from './tokenEndpoint.ts';

export { listenSecurely } from './listenSecurely.ts';
export type { SecureDoor } from './listenSecurely.ts';
export { localCertificate } from './certificate.ts';
export { createOrgServer, listen } from './orgServer.ts';
export type { UnknownRequest } from './orgServer.ts';
export { scratchServers } from './scratchServer.ts';
export { start } from './startCommand.ts';
export { startProduct } from './startProduct.ts';
export type { RunningProduct, StartOptions } from './startProduct.ts';

export { createOrgServer, listen } from './orgServer.ts';
export { start } from './startCommand.ts';
export { startProduct } from './startProduct.ts';
export type { RunningProduct, StartOptions } from './startProduct.ts';

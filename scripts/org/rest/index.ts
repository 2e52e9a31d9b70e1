export { createServer } from './createServer.ts';
export type { AuraCall, RestOrg, RestQuery } from './port.ts';
export { registerRestApi } from './registerRestApi.ts';
export type { RestApiOptions } from './registerRestApi.ts';
export { notFound, RestError } from './restError.ts';
export { ok, parameter } from './routes/route.ts';
export type { RestAnswer, RestCall, Route } from './routes/route.ts';

export { createServer } from './createServer.ts';
export type { AuraCall, RestOrg, RestQuery } from './port.ts';
export { registerRestApi } from './registerRestApi.ts';
export type { RestApiOptions } from './registerRestApi.ts';
export type { Json } from './recordJson.ts';
export { isPlainObject, requestRecord, requireObject } from './requestRecord.ts';
export { malformedBody, notFound, RestError, saveRefused } from './restError.ts';
export { ok, parameter } from './routes/route.ts';
export type { RestAnswer, RestCall, Route } from './routes/route.ts';

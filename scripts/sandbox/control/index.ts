export type { SandboxControl } from './control.ts';
export { putRecord, snapshotOf } from './control.ts';
export { brokenStream, malformed, wrongTypes } from './damage.ts';
export { createFaults, withSlash } from './faults.ts';
export type { Fault, Faults } from './faults.ts';
export { createRequestLog, loggedBody } from './requestLog.ts';
export type { LoggedRequest, RequestLog } from './requestLog.ts';
export { controlPrefix, controlRoutes } from './routes.ts';

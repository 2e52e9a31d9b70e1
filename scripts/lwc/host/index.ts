export { registerPageHost } from './pageHost.ts';
export type { PageHostOptions } from './pageHost.ts';

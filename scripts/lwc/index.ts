export { assetsUrl, buildLwc } from './build/index.ts';
export type { BuildOptions, LwcBuild } from './build/index.ts';
export { emitLwc, prepareLwcTypes, requireEmitted, typecheckLwc } from './emit/index.ts';
export { checkTemplates } from './check/index.ts';
export { registerPageHost } from './host/index.ts';
export type { PageHostOptions } from './host/index.ts';

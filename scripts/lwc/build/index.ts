export { assetsUrl, buildLwc } from './build.ts';
export type { BuildOptions, LwcBuild } from './build.ts';

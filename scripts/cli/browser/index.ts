export { chromiumPath, visit } from './browser.ts';
export type { Visit } from './browser.ts';

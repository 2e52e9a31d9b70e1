export type { Fault, LoggedRequest, SandboxControl } from './control/index.ts';
export { demoCredentials } from './http/tokens.ts';
export type { Credentials } from './http/tokens.ts';
export type { CollectionName, Records } from './records.ts';
export { createSandbox } from './sandbox.ts';
export type { PagesOptions, Sandbox, SandboxOptions } from './sandbox.ts';
export { checkInstanceUrl } from './salesforce/index.ts';
export { paths as pagePaths } from './pages/index.ts';

export { build } from './buildCommand.ts';
export { createPackage, deploy } from './deployCommand.ts';
export { testInScratchOrg } from './scratchOrg.ts';

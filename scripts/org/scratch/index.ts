export { hubFace } from './hubOrg.ts';
export type { HubFace } from './hubOrg.ts';
export { openScratchHub } from './scratchHub.ts';
export type { ScratchHub, ScratchServer, ServeScratchOrg } from './scratchHub.ts';
export type { ScratchOrg } from './scratchPlan.ts';

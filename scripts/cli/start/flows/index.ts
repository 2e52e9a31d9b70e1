export { registerFlows } from './registerFlows.ts';

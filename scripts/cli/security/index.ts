export type { Attack, Threat } from './attack.ts';
export { threats } from './threats.ts';

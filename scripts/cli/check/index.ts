export { check, checkSteps } from './checkCommand.ts';
export type { CheckOptions } from './checkCommand.ts';
export { format } from './formatCommand.ts';

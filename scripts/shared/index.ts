export { manualClock, preciseClock, systemClock } from './clock.ts';
export type { Clock, ManualClock } from './clock.ts';
export { exitCodes, unreachable, UserError } from './errors.ts';
export type { ErrorPlace } from './errors.ts';
export { consoleLog, createLog, maskSecrets, recordingLog } from './log.ts';
export type { Log } from './log.ts';
export { seededRandom } from './random.ts';
export type { Random } from './random.ts';
export { sameSecret, secretToken } from './secret.ts';

export { readZip, zipLimits } from './readZip.ts';
export type { ZipLimits } from './readZip.ts';
export { writeZip } from './writeZip.ts';
export { ZipError } from './zipError.ts';

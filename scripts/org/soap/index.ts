export { registerSoap } from './registerSoap.ts';
export type { SoapOptions } from './registerSoap.ts';

export { bench } from './benchCommand.ts';

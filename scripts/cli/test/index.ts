export { test } from './testCommand.ts';

export * from './program.ts';
export { testSchema } from './schema.ts';
export type { FieldTexts } from './schema.ts';

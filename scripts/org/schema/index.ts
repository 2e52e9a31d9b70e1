export { createSchema, schemaOver } from './schema.ts';
export type { SchemaOptions } from './schema.ts';
export { defineField, readOnlyField } from './field.ts';
export type { FieldDraft } from './field.ts';
export { hashOf, isId, namedId, serialId, toId18 } from './ids.ts';
export { isCustomName, qualify, qualifyPath } from './naming.ts';
export { defineObject } from './object.ts';
export type { ObjectDraft } from './object.ts';
export { masterRecordType } from './recordTypes.ts';

export type { ApexContext } from './context.ts';
export type { DmlOperation, DmlStatement, LanguageHost, SharingMode, StaticQuery } from './host.ts';
export type {
  AnnotationInfo,
  ClassInfo,
  FieldInfo,
  MethodInfo,
  ParameterInfo,
  ProgramPort,
  TriggerEvent,
  TriggerInfo,
  TriggerVariables
} from './program.ts';
export type {
  ChildRelationship,
  FieldDefinition,
  FieldType,
  ObjectDefinition,
  ObjectKind,
  PicklistValue,
  RecordTypeDefinition,
  RollUpDefinition,
  SchemaPort,
  SharingModel
} from './schema.ts';

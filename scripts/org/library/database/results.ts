import { nativeClass, nativeEnum } from '../../../apex/index.ts';
import type { DmlOperation, FromJson, NativeType } from '../../../apex/index.ts';
import { ApexEnumValue, ApexList } from '../../../apex/runtime/index.ts';
import type { DmlError, DmlResult } from '../../dml/index.ts';
import { isTrueIn, jsonOf, objectsIn, textIn, textsIn } from '../jsonMembers.ts';
import type { Given } from '../jsonMembers.ts';
import { JsonObject } from '../platformObject.ts';
import type { PlatformObject } from '../platformObject.ts';
import { getters } from '../schema/getters.ts';
import type { Getters } from '../schema/getters.ts';

/** `Database.Error` for one problem of a record. */
export function databaseError(error: DmlError): PlatformObject<DmlError> {
  return new JsonObject('Database.Error', error, ({ fields, message, statusCode }) =>
    jsonOf({ statusCode, message, fields: new ApexList('String', [...fields]) })
  );
}

export function errorFromJson(given: Given): DmlError {
  return {
    statusCode: textIn(given, 'statusCode') ?? 'UNKNOWN_EXCEPTION',
    message: textIn(given, 'message') ?? '',
    fields: textsIn(given, 'fields')
  };
}

const databaseErrorType = nativeClass(
  'Database.Error',
  getters<DmlError>({
    'String getMessage()': ({ message }) => message,
    'StatusCode getStatusCode()': ({ statusCode }) => statusCodeOf(statusCode),
    'List<String> getFields()': ({ fields }) => new ApexList('String', [...fields])
  }),
  { fromJson: (given) => databaseError(errorFromJson(given)) }
);

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_enum_System_StatusCode.htm (those that the local org gives) */
const statusCodes = [
  ...['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'APEX_ERROR', 'CANNOT_EXECUTE_FLOW_TRIGGER'],
  ...['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'CANNOT_DELETE_LAST_DATED_CONVERSION_RATE'],
  ...['CANNOT_UPDATE_CONVERTED_LEAD', 'DELETE_FAILED', 'DUPLICATE_EXTERNAL_ID'],
  ...['DELETE_OPERATION_TOO_LARGE', 'DEPENDENCY_EXISTS', 'DUPLICATES_DETECTED'],
  ...['DUPLICATE_DEVELOPER_NAME', 'DUPLICATE_USERNAME', 'DUPLICATE_VALUE'],
  ...['EMAIL_NOT_PROCESSED_DUE_TO_PRIOR_ERROR', 'ENTITY_IS_DELETED', 'ENTITY_IS_LOCKED'],
  ...['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'FIELD_FILTER_VALIDATION_EXCEPTION'],
  ...['FIELD_INTEGRITY_EXCEPTION', 'INACTIVE_OWNER_OR_USER', 'INSUFFICIENT_ACCESS_OR_READONLY'],
  ...['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'INVALID_CROSS_REFERENCE_KEY'],
  ...['INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD', 'INVALID_EMAIL_ADDRESS', 'INVALID_FIELD'],
  ...['INVALID_FIELD_FOR_INSERT_UPDATE', 'INVALID_ID_FIELD', 'INVALID_OPERATION'],
  ...['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'INVALID_SESSION_ID', 'INVALID_STATUS'],
  ...['INVALID_TYPE', 'INVALID_TYPE_FOR_OPERATION', 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
  ...['INVALID_QUERY_FILTER_OPERATOR', 'LIMIT_EXCEEDED', 'MALFORMED_ID', 'MISSING_ARGUMENT'],
  ...[
    'MIXED_DML_OPERATION',
    'NUMBER_OUTSIDE_VALID_RANGE',
    'NUM_HISTORY_FIELDS_BY_SOBJECT_EXCEEDED'
  ],
  ...['PARTICIPANT_RELATIONSHIP_EXCEEDED', 'REQUIRED_FIELD_MISSING', 'STORAGE_LIMIT_EXCEEDED'],
  ...['STRING_TOO_LONG', 'TOO_MANY_ENUM_VALUE', 'TRANSFER_REQUIRES_READ', 'UNABLE_TO_LOCK_ROW'],
  ...[
    'UNKNOWN_EXCEPTION',
    'UNSPECIFIED_EMAIL_ADDRESS',
    'CIRCULAR_DEPENDENCY',
    'DUPLICATE_COMM_NICKNAME'
  ]
].sort();

/** A status code as the `StatusCode` enum has it. */
export function statusCodeOf(name: string): ApexEnumValue {
  return new ApexEnumValue('StatusCode', name, statusCodes.indexOf(name));
}

const typeNames: Readonly<Record<DmlOperation, string>> = {
  insert: 'Database.SaveResult',
  update: 'Database.SaveResult',
  upsert: 'Database.UpsertResult',
  delete: 'Database.DeleteResult',
  undelete: 'Database.UndeleteResult',
  merge: 'Database.MergeResult'
};

/** One result as Apex sees it. */
export function resultObject(
  operation: DmlOperation,
  result: DmlResult
): PlatformObject<DmlResult> {
  return resultOf(typeNames[operation], result);
}

/** A result of a type that belongs to no operation. */
export function resultNamed(type: string, result: DmlResult): PlatformObject<DmlResult> {
  return resultOf(type, result);
}

function resultOf(type: string, result: DmlResult): PlatformObject<DmlResult> {
  return new JsonObject(type, result, ({ id, success, errors, created }) =>
    jsonOf({
      success,
      id: id ?? null,
      errors: new ApexList('Database.Error', errors.map(databaseError)),
      ...(type === 'Database.UpsertResult' ? { created } : {})
    })
  );
}

function resultFromJson(type: string): FromJson {
  return (given) =>
    resultOf(type, {
      id: textIn(given, 'id'),
      success: isTrueIn(given, 'success'),
      created: isTrueIn(given, 'created'),
      errors: objectsIn(given, 'errors').map(errorFromJson)
    });
}

/** `List<Database.SaveResult>` or its like. */
export function resultList(operation: DmlOperation, results: readonly DmlResult[]): ApexList {
  const type = typeNames[operation];
  return new ApexList(
    type,
    results.map((result) => resultObject(operation, result))
  );
}

const shared = {
  'Id getId()': ({ id }: DmlResult) => id ?? null,
  'Boolean isSuccess()': ({ success }: DmlResult) => success,
  'List<Database.Error> getErrors()': ({ errors }: DmlResult) =>
    new ApexList('Database.Error', errors.map(databaseError))
};

function resultType(name: string, more: Getters<DmlResult> = {}): NativeType {
  const type = `Database.${name}`;
  return nativeClass(type, getters<DmlResult>({ ...shared, ...more }), {
    fromJson: resultFromJson(type)
  });
}

/** Results and errors of DML: https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_Database.htm */
export const resultTypes = [
  databaseErrorType,
  nativeEnum('StatusCode', statusCodes),
  resultType('SaveResult'),
  resultType('DeleteResult'),
  resultType('UndeleteResult'),
  resultType('MergeResult', {
    'List<Id> getMergedRecordIds()': ({ merged = [] }) => new ApexList('Id', [...merged]),
    'List<Id> getUpdatedRelatedIds()': ({ related = [] }) => new ApexList('Id', [...related])
  }),
  resultType('EmptyRecycleBinResult'),
  resultType('UpsertResult', { 'Boolean isCreated()': ({ created }) => created })
];

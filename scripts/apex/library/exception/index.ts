import type { ApexException } from '../../runtime/index.ts';
import { ApexMap } from '../../runtime/index.ts';
import { method } from '../arguments.ts';
import { exceptionType, systemException } from '../Exception.ts';
import type { NativeType } from '../native.ts';
import { dmlMembers } from './dml.ts';

/** Exceptions that have only what `Exception` has. */
const plain = [
  'AssertException',
  'AsyncException',
  'BigObjectException',
  'CalloutException',
  'DataWeaveScriptException',
  'DuplicateMessageException',
  'ExternalObjectException',
  'FatalCursorException',
  'FinalException',
  'FlowException',
  'HandledException',
  'IllegalArgumentException',
  'InvalidHeaderException',
  'InvalidParameterValueException',
  'InvalidReadTimeoutException',
  'JSONException',
  'LimitException',
  'ListException',
  'MathException',
  'NoAccessException',
  'NoDataFoundException',
  'NoSuchElementException',
  'NullPointerException',
  'PlatformCacheException',
  'ProcedureException',
  'RequiredFeatureMissingException',
  'SearchException',
  'SecurityException',
  'SerializationException',
  'SObjectException',
  'StringException',
  'TouchHandledException',
  'TransientCursorException',
  'TypeException',
  'UnexpectedException',
  'UnsupportedOperationException',
  'VisualforceException',
  'XmlException'
];

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_exception_methods.htm */
export const exceptionTypes: readonly NativeType[] = [
  exceptionType,
  ...plain.map((name) => systemException(name)),
  systemException('DmlException', dmlMembers),
  systemException('EmailException', dmlMembers),
  systemException('QueryException', {
    'Map<String, Set<String>> getInaccessibleFields()': method(inaccessibleFields)
  })
];

function inaccessibleFields(self: ApexException): ApexMap {
  const fields = self.details['inaccessibleFields'];
  return fields instanceof ApexMap ? fields : new ApexMap('String', 'Set<String>');
}

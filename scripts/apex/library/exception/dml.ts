import { ApexEnumValue, ApexException, ApexList } from '../../runtime/index.ts';
import type { DmlFailure } from '../../runtime/index.ts';
import { method } from '../arguments.ts';
import type { NativeFunction, NativeMembers } from '../native.ts';

const ofFailure = (read: (failure: DmlFailure) => unknown): NativeFunction =>
  method((self: ApexException, index: number) => {
    const failure = self.dml[index];
    if (failure !== undefined) return read(failure);
    throw new ApexException('System.ListException', `List index out of bounds: ${index}`);
  });

/**
 * What DmlException and EmailException tell of each failed record.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_exception_methods.htm
 */
export const dmlMembers: NativeMembers = {
  'Integer getNumDml()': method((self: ApexException) => self.dml.length),
  'Id getDmlId(Integer index)': ofFailure(({ id }) => id),
  'Integer getDmlIndex(Integer index)': ofFailure(({ index }) => index),
  'String getDmlMessage(Integer index)': ofFailure(({ message }) => message),
  'String getDmlStatusCode(Integer index)': ofFailure(({ statusCode }) => statusCode),
  'StatusCode getDmlType(Integer index)': ofFailure(
    ({ statusCode }) => new ApexEnumValue('StatusCode', statusCode, 0)
  ),
  'List<String> getDmlFieldNames(Integer index)': ofFailure(
    ({ fields }) => new ApexList('String', [...fields])
  )
};

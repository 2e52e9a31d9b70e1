import type { DmlOperation, SharingMode } from '../../apex/index.ts';
import { ApexException, ApexList, ApexSObject } from '../../apex/runtime/index.ts';
import type { DmlFailure } from '../../apex/runtime/index.ts';
import { DmlRequestError, executeDml } from '../dml/index.ts';
import type { DmlError, DmlRequest, DmlResult } from '../dml/index.ts';
import type { OrgHost } from './host.ts';

/** One DML call of Apex. */
export interface SaveRequest {
  readonly operation: DmlOperation;
  /** An `ApexSObject` or an `ApexList` of them. */
  readonly records: unknown;
  /** `merge`: an id, a record, or a list of either. */
  readonly duplicates?: unknown;
  readonly externalIdField?: string | undefined;
  readonly accessLevel: 'user' | 'system';
  readonly sharing: SharingMode;
  readonly allOrNone: boolean;
  /** `allowFieldTruncation` */
  readonly truncates?: boolean | undefined;
}

const capitalized: Readonly<Record<DmlOperation, string>> = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
  merge: 'Merge'
};

/**
 * Saves Apex records; gives a result for each and puts ids into inserted ones.
 * @throws ApexException System.DmlException when `allOrNone` and a record fails, or when the call is refused as a whole
 */
export function saveRecords(host: OrgHost, request: SaveRequest): readonly DmlResult[] {
  const records = recordsOf(request.records);
  if (records.length === 0) return [];
  checkRecords(records, request.operation);
  host.transaction.callouts.workDone();
  const results = execute(host, request, records);
  records.forEach((record, index) => takeId(record, results[index], request.operation));
  if (request.allOrNone) throwFailures(request.operation, results);
  return results;
}

/** The records of a DML argument. */
export function recordsOf(value: unknown): ApexSObject[] {
  if (value === null || value === undefined) {
    throw new ApexException('System.NullPointerException', 'Argument cannot be null.');
  }
  const items = value instanceof ApexList ? value.items : [value];
  return items.map((item) => {
    if (item instanceof ApexSObject) return item;
    throw new ApexException(
      'System.ListException',
      'DML statement found null SObject at position 0'
    );
  });
}

function checkRecords(records: readonly ApexSObject[], operation: DmlOperation): void {
  const position = records.findIndex((record) => record.id === null);
  if (operation !== 'insert' && operation !== 'upsert' && position >= 0) {
    throw missingId(operation, position);
  }
  if (operation === 'insert') {
    const withId = records.findIndex((record) => record.id !== null);
    if (withId >= 0) throw dmlException('insert', [idGiven(withId)]);
  }
}

function missingId(operation: DmlOperation, index: number): ApexException {
  return dmlException(operation, [
    {
      index,
      id: null,
      statusCode: 'MISSING_ARGUMENT',
      message: `Id not specified in an ${operation} call`,
      fields: []
    }
  ]);
}

function idGiven(index: number): DmlFailure {
  const message = 'cannot specify Id in an insert call';
  return {
    index,
    id: null,
    statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    message,
    fields: ['Id']
  };
}

function execute(
  host: OrgHost,
  request: SaveRequest,
  records: readonly ApexSObject[]
): readonly DmlResult[] {
  const { services, transaction } = host;
  const inputs = [...records, ...duplicatesOf(request.duplicates, records[0]?.type)];
  const dmlRequest: DmlRequest = {
    operation: request.operation,
    records: inputs.map((record) => services.bridge.toDml(record)),
    externalIdField: request.externalIdField,
    allOrNone: request.allOrNone,
    truncates: request.truncates,
    accessLevel: request.accessLevel,
    sharing: request.accessLevel === 'user' || request.sharing === 'with'
  };
  try {
    return executeDml(services.dmlContext(transaction), dmlRequest);
  } catch (error) {
    throw error instanceof DmlRequestError ? requestException(error, request.operation) : error;
  } finally {
    if (transaction.dml.firstSetupObject !== undefined) services.forgetPolicies();
  }
}

function duplicatesOf(duplicates: unknown, type: string | undefined): ApexSObject[] {
  if (duplicates === undefined || duplicates === null || type === undefined) return [];
  const items = duplicates instanceof ApexList ? duplicates.items : [duplicates];
  return items.map((item) =>
    item instanceof ApexSObject ? item : new ApexSObject(type, { Id: item })
  );
}

function requestException(error: DmlRequestError, operation: DmlOperation): ApexException {
  if (error.exceptionType !== 'DmlException') {
    return new ApexException(`System.${error.exceptionType}`, error.message);
  }
  const failure = { index: 0, id: null, message: error.message, fields: [] };
  return dmlException(operation, [{ ...failure, statusCode: error.statusCode }]);
}

function takeId(record: ApexSObject, result: DmlResult | undefined, operation: DmlOperation): void {
  if (result?.success !== true || result.id === undefined) return;
  if (operation === 'insert' || operation === 'upsert') record.fields['Id'] = result.id;
}

function throwFailures(operation: DmlOperation, results: readonly DmlResult[]): void {
  const failures = results.flatMap(({ errors, id }, index) =>
    errors
      .filter(({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK')
      .map((error) => failureOf(error, index, id))
  );
  if (failures.length > 0) throw dmlException(operation, failures);
}

function failureOf(error: DmlError, index: number, id: string | undefined): DmlFailure {
  return { index, id: id ?? null, ...error };
}

/** `System.DmlException: Insert failed. First exception on row 0; first error: …` */
export function dmlException(
  operation: DmlOperation,
  failures: readonly DmlFailure[]
): ApexException {
  return failedOperation(capitalized[operation], failures);
}

/** The same for whatever else saves, `ConvertLead`. */
export function failedOperation(what: string, failures: readonly DmlFailure[]): ApexException {
  const [first] = failures;
  const row = first === undefined ? '' : `row ${first.index}`;
  const id = first?.id === null || first === undefined ? '' : ` with id ${first.id}`;
  const error = `${first?.statusCode}, ${first?.message}: [${first?.fields.join(', ')}]`;
  const text = `${what} failed. First exception on ${row}${id}; first error: ${error}`;
  const exception = new ApexException('System.DmlException', text);
  exception.dml = failures;
  return exception;
}

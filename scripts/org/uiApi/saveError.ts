import type { DmlError } from '../dml/types.ts';
import { RestError } from '../rest/index.ts';

/** A record that was refused, as forms read it: errors by field beside those of the whole record. */
export class UiSaveError extends RestError {
  readonly #output: unknown;

  constructor(errors: readonly DmlError[]) {
    super(400, {
      errorCode: 'INVALID_RECORD',
      message: 'An error occurred while trying to update the record. Please try again.'
    });
    const byField = errors.flatMap((error) => error.fields.map((field) => ({ field, error })));
    this.#output = {
      errors: errors.filter(({ fields }) => fields.length === 0).map(errorJson),
      fieldErrors: Object.fromEntries(
        byField.map(({ field, error }) => [
          field,
          [
            {
              ...errorJson(error),
              field,
              fieldLabel: field,
              constituentField: null,
              duplicateRecordError: null
            }
          ]
        ])
      )
    };
  }

  override get body(): unknown {
    const [item] = this.items;
    return {
      ...item,
      statusCode: this.status,
      enhancedErrorType: 'RecordError',
      output: this.#output
    };
  }
}

function errorJson({ statusCode, message }: DmlError): { errorCode: string; message: string } {
  return { errorCode: statusCode, message };
}

import type { DmlOperation } from '../../apex/index.ts';
import type { FieldValue } from '../store/types.ts';

/** A record on its way in: canonical field names; a parent given by external id as a nested record. */
export interface DmlRecord {
  readonly object: string;
  readonly values: Record<string, FieldValue | DmlRecord>;
}

export interface DmlRequest {
  readonly operation: DmlOperation;
  readonly records: readonly DmlRecord[];
  readonly externalIdField?: string | undefined;
  /** false: save what can be saved. */
  readonly allOrNone: boolean;
  readonly accessLevel: 'user' | 'system';
  readonly sharing: boolean;
  /** `allowFieldTruncation`: text that is too long is cut instead of refused. */
  readonly truncates?: boolean | undefined;
}

/** One for each record, in order. */
export interface DmlResult {
  readonly id: string | undefined;
  readonly success: boolean;
  /** Upsert only. */
  readonly created: boolean;
  /** Merge only: what pointed at a duplicate and points at the master now. */
  readonly related?: readonly string[] | undefined;
  readonly merged?: readonly string[] | undefined;
  readonly errors: readonly DmlError[];
}

export interface DmlError {
  /** `REQUIRED_FIELD_MISSING`, `DUPLICATE_VALUE`, … as in https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm */
  readonly statusCode: string;
  /** As the platform words it. */
  readonly message: string;
  /** Canonical field names. */
  readonly fields: readonly string[];
}

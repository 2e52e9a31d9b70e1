import type { DmlError } from '../types.ts';

/** A lead to be converted, and into what. */
export interface LeadConversion {
  readonly leadId: string;
  /** A lead status that means converted. */
  readonly convertedStatus: string;
  /** Into these records, where they are there already. */
  readonly accountId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly opportunityId?: string | undefined;
  readonly opportunityName?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly withoutOpportunity?: boolean | undefined;
  readonly overwritesLeadSource?: boolean | undefined;
}

export interface LeadConversionResult {
  readonly leadId: string;
  readonly success: boolean;
  readonly accountId: string | undefined;
  readonly contactId: string | undefined;
  readonly opportunityId: string | undefined;
  readonly errors: readonly DmlError[];
}

export interface LeadConversionRequest {
  readonly conversions: readonly LeadConversion[];
  readonly allOrNone: boolean;
  readonly accessLevel: 'user' | 'system';
  readonly sharing: boolean;
  /** The project's own field mappings: field of Lead and field of the target, by target object. */
  readonly mappings: ReadonlyMap<string, readonly (readonly [string, string])[]>;
}

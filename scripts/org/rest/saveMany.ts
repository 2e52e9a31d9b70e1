import type { DmlRequest, DmlResult } from '../dml/types.ts';
import type { RestOrg } from './port.ts';
import { toRestError } from './restError.ts';

export type SaveCall = (request: DmlRequest) => Promise<DmlResult[]>;

/**
 * Saves records so that each has a result: where a whole object is refused (the user may not touch it), that is what
 * its records say, and those of other objects are saved, unless all or none is wanted.
 */
export async function saveMany(save: SaveCall, request: DmlRequest): Promise<DmlResult[]> {
  try {
    return await save(request);
  } catch (error) {
    const refusal = refusalOf(error);
    const { records } = request;
    const groups = Map.groupBy(records, ({ object }) => object);
    if (groups.size <= 1 || request.allOrNone) return records.map(() => refusal);
    const results = new Map<unknown, DmlResult>();
    for (const [, group] of groups) {
      const own = await saveMany(save, { ...request, records: group });
      for (const [at, record] of group.entries()) results.set(record, own[at] ?? refusal);
    }
    return records.map((record) => results.get(record) ?? refusal);
  }
}

/** A refusal in the platform's words as a record's result; anything else is thrown on. */
function refusalOf(error: unknown): DmlResult {
  const { status, items } = toRestError(error, 'POST');
  if (status >= 500) throw error;
  const errors = items.map(({ errorCode: statusCode, message, fields = [] }) => ({
    statusCode,
    message,
    fields
  }));
  return { id: undefined, success: false, created: false, errors };
}

/** Saves in user mode, as every data API does. */
export function savingAs(org: Pick<RestOrg, 'save'>, userId: string): SaveCall {
  return (request) => org.save(userId, request);
}

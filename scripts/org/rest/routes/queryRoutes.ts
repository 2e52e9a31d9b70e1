import { columnMetadata } from '../columnMetadata.ts';
import { queryJson, recordJson } from '../recordJson.ts';
import { RestError } from '../restError.ts';
import type { QueryCursors } from '../queryCursors.ts';
import { ok, parameter } from './route.ts';
import type { RestAnswer, RestCall, Route } from './route.ts';

/** Answers queries page by page; the rest of a long result waits under a locator. */
export function queryRoutes(cursors: QueryCursors): readonly Route[] {
  const run =
    (allRows: boolean) =>
    async (call: RestCall): Promise<RestAnswer> => {
      if (call.query['explain'] !== undefined) return explain(call, call.query['explain']);
      const result = await call.org.query(call.userId, { soql: requiredQuery(call), allRows });
      if (call.query['columns'] === 'true') return ok(columnMetadata(result, call.org.schema));
      if (result.isCount) return ok(queryJson(result, call.version));
      const records = result.records.map((record) => recordJson(record, call.version));
      return ok(
        cursors.open(call.userId, { records, version: call.version, size: batchSize(call) })
      );
    };
  return [
    { method: 'GET', path: '/query', handle: run(false) },
    { method: 'GET', path: '/queryAll', handle: run(true) },
    {
      method: 'GET',
      path: '/query/:locator',
      handle: (call) => Promise.resolve(ok(cursors.next(call.userId, parameter(call, 'locator'))))
    }
  ];
}

/**
 * How a query would be run, in the platform's shape with SQLite's steps as notes.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/dome-query-explain.html
 */
async function explain({ org, userId }: RestCall, soql: string): Promise<RestAnswer> {
  const steps = await org.explain(userId, soql);
  const isIndexed = steps.some((step) => /USING (COVERING )?INDEX/i.test(step));
  const sobjectType = /\bFROM\s+(\w+)/i.exec(soql)?.[1] ?? '';
  const plan = {
    cardinality: 1,
    fields: [],
    leadingOperationType: isIndexed ? 'Index' : 'TableScan',
    notes: steps.map((description) => ({ description, fields: [], tableEnumOrId: sobjectType })),
    relativeCost: isIndexed ? 0.1 : 1,
    sobjectCardinality: 1,
    sobjectType: org.schema.object(sobjectType)?.name ?? sobjectType
  };
  return ok({ plans: [plan], sourceQuery: soql });
}

function requiredQuery(call: RestCall): string {
  const soql = call.query['q'];
  if (soql !== undefined && soql !== '') return soql;
  throw new RestError(400, {
    errorCode: 'MALFORMED_QUERY',
    message: 'SOQL statements cannot be empty or null'
  });
}

/** `Sforce-Query-Options: batchSize=200`, between 200 and 2000. */
function batchSize({ headers }: RestCall): number {
  const match = /batchSize=(\d+)/i.exec(String(headers['sforce-query-options'] ?? ''));
  return match === null ? 2000 : Math.min(2000, Math.max(200, Number(match[1])));
}

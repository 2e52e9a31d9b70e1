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

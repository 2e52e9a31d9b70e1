import { secretToken } from '../../shared/index.ts';
import type { Json } from './recordJson.ts';
import { RestError } from './restError.ts';

/** Long results that clients read page by page. Each belongs to the user who asked. */
export interface QueryCursors {
  open(userId: string, page: OpenCursor): Record<string, Json>;
  /** @param locator `<id>-<offset>` from a `nextRecordsUrl` */
  next(userId: string, locator: string): Record<string, Json>;
}

interface OpenCursor {
  readonly records: readonly Record<string, Json>[];
  readonly version: string;
  /** Records a page. */
  readonly size: number;
}

/** A user may hold ten, as on the platform; the oldest is dropped. */
const cursorsPerUser = 10;

export function createQueryCursors(): QueryCursors {
  const cursors = new Map<string, OpenCursor & { readonly userId: string }>();
  const page = (id: string, cursor: OpenCursor, offset: number): Record<string, Json> => {
    const end = offset + cursor.size;
    const done = end >= cursor.records.length;
    return {
      totalSize: cursor.records.length,
      done,
      ...(!done && {
        nextRecordsUrl: `/services/data/v${cursor.version}/query/${id}-${String(end)}`
      }),
      records: cursor.records.slice(offset, end)
    };
  };
  return {
    open: (userId, cursor) => {
      const id = `01g${secretToken(15)}`;
      if (cursor.records.length > cursor.size) {
        dropOldest(cursors, userId);
        cursors.set(id, { ...cursor, userId });
      }
      return page(id, cursor, 0);
    },
    next: (userId, locator) => {
      const match = /^(.+)-(\d+)$/.exec(locator);
      const cursor = cursors.get(match?.[1] ?? '');
      if (match === null || cursor?.userId !== userId) throw invalidLocator();
      return page(match[1] ?? '', cursor, Number(match[2]));
    }
  };
}

function dropOldest(cursors: Map<string, { readonly userId: string }>, userId: string): void {
  const own = [...cursors].filter(([, cursor]) => cursor.userId === userId).map(([id]) => id);
  const oldest = own[0];
  if (own.length >= cursorsPerUser && oldest !== undefined) cursors.delete(oldest);
}

function invalidLocator(): RestError {
  return new RestError(400, {
    errorCode: 'INVALID_QUERY_LOCATOR',
    message: 'invalid query locator'
  });
}

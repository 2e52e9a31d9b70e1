import type { Clock } from '../../shared/index.ts';
import type { ToolingStore } from './toolingStore.ts';

/** The debug logs of an org. */
export interface LogBook {
  /** @returns the log's id */
  add(userId: string, text: string, operation: string): string;
}

/** As many as an org shows at most; older ones are dropped. */
const mostKept = 100;

export function createLogBook(store: ToolingStore, clock: Clock): LogBook {
  const ids: string[] = [];
  return {
    add: (userId, text, operation) => {
      const id = store.nextId('ApexLog');
      const now = new Date(clock.now()).toISOString();
      const times = { StartTime: now, SystemModstamp: now, LastModifiedDate: now };
      const row = {
        Id: id,
        Application: 'Unknown',
        DurationMilliseconds: 0,
        Location: 'Monitoring',
        LogLength: text.length,
        LogUserId: userId,
        Operation: operation,
        Request: 'Api',
        Status: 'Success',
        Body: text,
        ...times
      };
      store.insert('ApexLog', [row]);
      ids.push(id);
      const old = ids.splice(0, Math.max(0, ids.length - mostKept));
      if (old.length > 0) store.remove('ApexLog', old);
      return id;
    }
  };
}

import type { RestCall } from './routes/route.ts';

/** Work that nobody else's gets into the middle of, such as a look at a record and its change. */
export function inOneTransaction<T>(
  call: RestCall,
  work: (within: RestCall) => Promise<T>
): Promise<T> {
  if (call.isAtomic === true) return work(call);
  return call.org.transaction(call.userId, ({ query, save }) =>
    work({ ...call, org: { ...call.org, query, save } })
  );
}

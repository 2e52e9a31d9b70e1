import type { LoadedProgram } from '../../apex/load/index.ts';
import { ApexException } from '../../apex/runtime/index.ts';
import type { OrgHost } from '../runtime/index.ts';

type Statics = Record<string, (...values: unknown[]) => unknown>;

/**
 * Makes calls of `@future` methods queue the call. The queue itself, in a transaction of its own, runs the method.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_invoking_future_methods.htm
 */
export function queueFutureCalls(program: LoadedProgram, host: OrgHost): void {
  const classes = program as unknown as { require(name: string): { readonly type: Statics } };
  for (const symbol of program.world.classes.values()) {
    const methods = [...symbol.methods.values()].flat();
    for (const method of methods) {
      if (!method.annotations.some(({ name }) => name === 'future')) continue;
      const { type } = classes.require(symbol.name);
      const original = type[method.js];
      if (original === undefined) continue;
      const call = { className: symbol.name, method: method.name };
      type[method.js] = (...values) =>
        isRunOfQueue(host) ? original.apply(type, values) : queue(host, call, values);
    }
  }
}

/** The first call in a transaction of the queue is the queued one. */
function isRunOfQueue({ transaction }: OrgHost): boolean {
  const { job, quiddity } = transaction;
  if (quiddity !== 'FUTURE' || job === undefined || job.started) return false;
  job.started = true;
  return true;
}

interface FutureCall {
  readonly className: string;
  readonly method: string;
}

function queue(host: OrgHost, { className, method }: FutureCall, values: readonly unknown[]): null {
  const { quiddity } = host.transaction;
  if (quiddity === 'FUTURE' || quiddity === 'BATCH_APEX') {
    const text = `Future method cannot be called from a future or batch method: ${className}.${method}`;
    throw new ApexException('System.AsyncException', text);
  }
  host.future(className, method, values);
  return null;
}

import { createAdapter, wires } from './adapters.ts';
import type { WireAdapterClass } from './adapters.ts';
import { callOrg } from './api.ts';
import { deepFreeze } from './freeze.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** An Apex method as components import it: to be called, and to be wired. */
export interface ApexFunction {
  (parameters?: Parameters): Promise<unknown>;
  readonly adapter: WireAdapterClass<Parameters, unknown>;
}

/**
 * Makes the function behind `@salesforce/apex/Class.method`.
 * @param name `Class.method`
 * @param cacheable whether the method is `cacheable=true`: its results are then read-only
 */
export function apexMethod(name: string, cacheable: boolean): ApexFunction {
  const call = (parameters: Parameters = {}): Promise<unknown> =>
    callOrg(`/services/local/apex/${name}`, { method: 'POST', body: parameters });
  const adapter = createAdapter<Parameters, unknown>({
    ready: (config) => Object.values(config).every((value) => value !== undefined),
    key: (config) => `apex:${name}:${JSON.stringify(config)}`,
    load: call,
    tags: () => ['apex']
  });
  const imperative = async (parameters?: Parameters): Promise<unknown> => {
    const result = await call(parameters);
    return cacheable ? deepFreeze(result) : result;
  };
  return Object.assign(imperative, { adapter });
}

/** Asks again for a wired Apex result. */
export function refreshApex(result: unknown): Promise<void> {
  return wires.refresh(result);
}

/** Reads a field of an sObject that Apex returned. */
export function getSObjectValue(
  record: Readonly<Record<string, unknown>> | undefined,
  field: string | { readonly fieldApiName: string }
): unknown {
  const path = typeof field === 'string' ? field.slice(field.indexOf('.') + 1) : field.fieldApiName;
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value as Record<string, unknown> | undefined)?.[name],
      record
    );
}

import type { DmlContext } from './ports.ts';
import type { DmlRequest } from './types.ts';

/** One call of executeDml under way. */
export interface Run {
  readonly context: DmlContext;
  readonly request: DmlRequest;
  /** Has code of the project (a trigger, a flow) or a parent's save seen records of this attempt? */
  touched: boolean;
}

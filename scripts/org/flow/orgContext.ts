import { executeDml } from '../dml/index.ts';
import type { DmlContext } from '../dml/index.ts';
import { recordFormulas } from '../formula/index.ts';
import type { OrgFormulas } from '../formula/index.ts';
import type { QueryRequest, QueryResult } from '../soql/index.ts';
import type { ActionPort, FlowContext, LaterPath } from './context.ts';
import type { FlowLibrary } from './library.ts';

/** What of a transaction flows need. */
export interface FlowSurroundings {
  readonly library: FlowLibrary;
  readonly formulas: OrgFormulas;
  readonly actions: ActionPort;
  /** The DML context of the transaction at this moment: its user, policy, limits, triggers and flows. */
  readonly dml: DmlContext;
  query(request: QueryRequest): QueryResult;
  readonly limits?: FlowLimits | undefined;
  later?(path: LaterPath): void;
}

interface FlowLimits {
  count(name: 'queries' | 'queryRows', by?: number): void;
  checkCpuTime(): void;
}

/** The context of flows in a transaction. */
export function flowContext(surroundings: FlowSurroundings): FlowContext {
  const { dml, formulas, limits } = surroundings;
  const { schema, store, user, policy, clock } = dml;
  const evaluated = recordFormulas({ schema, store, formulas, user, policy, now: clock.now() });
  return {
    schema,
    store,
    clock,
    user,
    policy,
    library: surroundings.library,
    actions: surroundings.actions,
    query: surroundings.query,
    dml: (request) => executeDml({ ...dml, origin: 'flow' }, request),
    formulaField: evaluated.fieldValue,
    countQuery(rows) {
      limits?.count('queries');
      limits?.count('queryRows', rows);
    },
    checkCpuTime: () => limits?.checkCpuTime(),
    later: (path) => surroundings.later?.(path)
  };
}

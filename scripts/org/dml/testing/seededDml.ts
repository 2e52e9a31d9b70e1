import { recordAccess } from '../../sharing/index.ts';
import { aSeededOrg } from '../../setup/testing/seededOrg.ts';
import type { SeededOrg, Sources } from '../../setup/testing/seededOrg.ts';
import { createDmlTransaction, createObjectPlans, executeDml } from '../index.ts';
import type { DmlContext, DmlOrigin, DmlRequest, DmlResult } from '../index.ts';

/** A seeded org whose records are written as different users. */
export interface SeededDml {
  readonly org: SeededOrg;
  /** The context of a new transaction of a user. */
  context(username?: string, origin?: DmlOrigin): DmlContext;
  /** In user mode, in a transaction of its own. */
  as(username: string, request: Part, origin?: DmlOrigin): DmlResult[];
  /** In system mode, as the administrator. */
  dml(request: Part): DmlResult[];
}

type Part = Partial<DmlRequest> & Pick<DmlRequest, 'operation' | 'records'>;

/** An org over the real store and schema. */
export function seededDml(sources: Sources): SeededDml {
  const org = aSeededOrg(sources);
  const { schema, store, clock } = org;
  const plans = createObjectPlans(schema);
  const context = (username?: string, origin: DmlOrigin = 'apex'): DmlContext => {
    const user = org.user(username);
    const policy = org.policy(username);
    const access = recordAccess(org, user, policy);
    const transaction = createDmlTransaction();
    return { schema, store, clock, plans, user, policy, access, transaction, origin };
  };
  return {
    org,
    context,
    as: (username, request, origin) =>
      executeDml(context(username, origin), {
        allOrNone: false,
        accessLevel: 'user',
        sharing: true,
        ...request
      }),
    dml: (request) =>
      executeDml(context(), { allOrNone: false, accessLevel: 'system', sharing: false, ...request })
  };
}

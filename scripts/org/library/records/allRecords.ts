import type { ApexContext, ObjectDefinition } from '../../../apex/index.ts';
import { ApexSObject } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';

/** All records of a small object with all their fields; no query is counted. */
export function allRecords(context: ApexContext, object: ObjectDefinition): ApexSObject[] {
  const { services, transaction } = hostOf(context);
  const fields = [...object.fields.values()].map(({ name }) => name).join(', ');
  const result = services.query({
    soql: `SELECT ${fields} FROM ${object.name}`,
    binds: new Map(),
    accessLevel: 'system',
    sharing: false,
    user: transaction.user,
    policy: transaction.policy,
    now: services.clock.now()
  });
  return services.bridge
    .fromQuery(result)
    .items.filter((item): item is ApexSObject => item instanceof ApexSObject);
}

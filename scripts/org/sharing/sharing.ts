import type { RecordAccessPort } from '../dml/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import { circleOf } from './circle.ts';
import type { Circle } from './circle.ts';
import { conditionFor } from './condition.ts';
import type { Reach } from './condition.ts';
import type { AccessLevel, SharingCondition, SharingQuestion, SharingSource } from './types.ts';

/**
 * Which rows of an object a user sees, as a condition for the SOQL engine; undefined when it is all of them.
 * Made from org-wide defaults, owners, the role hierarchy, queues and groups, shares, and masters.
 */
export function sharingCondition(
  source: SharingSource,
  question: SharingQuestion
): SharingCondition | undefined {
  const object = source.schema.object(question.object);
  if (object === undefined) return undefined;
  return conditionFor(reachOf(source, question, 'read'), object, question.alias);
}

/** Record access of one user, for DML. */
export function recordAccess(
  source: SharingSource,
  user: UserContext,
  policy: AccessPolicy
): RecordAccessPort {
  return {
    accessible(objectName, ids, level) {
      const object = source.schema.object(objectName);
      if (object === undefined) return new Set(ids);
      const condition = conditionFor(reachOf(source, { user, policy }, level), object, 'target');
      if (condition === undefined) return new Set(ids);
      const rows = source.store.all(
        `SELECT target."Id" AS id FROM "${object.name}" target ` +
          `WHERE target."Id" IN (SELECT value FROM json_each(?)) AND ${condition.sql}`,
        [JSON.stringify(ids), ...condition.parameters]
      );
      return new Set(rows.map((row) => String(row['id'])));
    }
  };
}

function reachOf(
  source: SharingSource,
  { user, policy }: { readonly user: UserContext; readonly policy: AccessPolicy },
  level: AccessLevel
): Reach {
  let circle: Circle | undefined;
  return { source, policy, level, circle: () => (circle ??= circleOf(source.store, user)) };
}

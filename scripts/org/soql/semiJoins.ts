import type { Comparison, Condition } from './ast.ts';
import { malformed } from './errors.ts';

const most = 2;

/**
 * Refuses subqueries after IN where the platform does: under OR or NOT, and more than two of them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm
 */
export function checkSemiJoins(where: Condition): void {
  const found = semiJoinsIn(where);
  const [first] = found;
  if (first === undefined) return;
  const hidden = partsUnderOr(where).flatMap(semiJoinsIn)[0];
  if (hidden !== undefined)
    throw malformed(
      `Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.`,
      hidden.value.at
    );
  if (found.length > most)
    throw malformed(
      `The maximum number of semi join sub-selects permitted is ${String(most)}`,
      found[most]?.value.at
    );
}

function semiJoinsIn(condition: Condition): Comparison[] {
  switch (condition.kind) {
    case 'words':
      return [];
    case 'compare':
      return condition.value.kind === 'subquery' ? [condition] : [];
    case 'not':
      return semiJoinsIn(condition.part);
    case 'and':
    case 'or':
      return condition.parts.flatMap(semiJoinsIn);
  }
}

/** What must not hold a semi-join: anything below an OR or a NOT. */
function partsUnderOr(condition: Condition): Condition[] {
  switch (condition.kind) {
    case 'words':
    case 'compare':
      return [];
    case 'not':
      return [condition.part];
    case 'or':
      return [...condition.parts];
    case 'and':
      return condition.parts.flatMap(partsUnderOr);
  }
}

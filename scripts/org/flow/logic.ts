/**
 * Evaluates condition logic: `and`, `or`, or an expression over the numbers of the conditions, `1 AND (2 OR NOT 3)`.
 * @param holds is the condition of this number (from 1) met?
 */
export function evaluateLogic(
  logic: string,
  count: number,
  holds: (number: number) => boolean
): boolean {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const word = logic.trim().toLowerCase();
  if (word === 'and' || word === '') return numbers.every(holds);
  if (word === 'or') return count === 0 || numbers.some(holds);
  return parse(word.match(/\(|\)|and|or|not|\d+/g) ?? [], holds);
}

/** Recursive descent: NOT before AND before OR. Every condition is asked, so that none is skipped over unread. */
function parse(tokens: readonly string[], holds: (number: number) => boolean): boolean {
  let position = 0;
  const accept = (token: string): boolean => {
    if (tokens[position] !== token) return false;
    position += 1;
    return true;
  };
  const primary = (): boolean => {
    if (accept('not')) return !primary();
    if (accept('(')) {
      const value = alternatives();
      accept(')');
      return value;
    }
    const number = Number(tokens[position]);
    position += 1;
    return holds(number);
  };
  const conjunction = (): boolean => {
    let value = primary();
    while (accept('and')) value = primary() && value;
    return value;
  };
  const alternatives = (): boolean => {
    let value = conjunction();
    while (accept('or')) value = conjunction() || value;
    return value;
  };
  return alternatives();
}

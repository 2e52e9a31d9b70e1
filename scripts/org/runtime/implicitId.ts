import type { QueryRecord, QueryResult, QueryValue } from '../soql/index.ts';

/** Does a result leave out ids, which Apex records always carry? */
export function lacksIds({ records }: QueryResult): boolean {
  const [first] = records;
  if (first === undefined || first.object === 'AggregateResult') return false;
  return !first.values.has('Id') || records.some(hasChildrenWithoutId);
}

function hasChildrenWithoutId({ values }: QueryRecord): boolean {
  return [...values.values()].some(
    (value) => isList(value) && value[0]?.values.has('Id') === false
  );
}

function isList(value: QueryValue): value is readonly QueryRecord[] {
  return Array.isArray(value);
}

/** The query with `Id` in its SELECT list and in those of its subqueries. */
export function withIds(soql: string): string {
  const start = /^\s*select(?=[\s(])/i.exec(soql)?.[0] ?? '';
  const rest = soql.slice(start.length);
  const end = topLevelFrom(rest);
  const list = rest.slice(0, end).replaceAll(/\(\s*select(?=[\s(])[^()]*?\sfrom\s/gi, withIdInside);
  return `${start}${selectsId(list) ? '' : ' Id,'}${list}${rest.slice(end)}`;
}

function withIdInside(subquery: string): string {
  const list = subquery.replace(/^\(\s*select/i, '').replace(/\sfrom\s$/i, '');
  return selectsId(list) ? subquery : subquery.replace(/select/i, 'SELECT Id,');
}

function selectsId(list: string): boolean {
  return list.split(',').some((item) => item.trim().toLowerCase() === 'id');
}

/** Where the FROM of the outer query stands. */
function topLevelFrom(text: string): number {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/[()]|\bfrom\b/gi)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else if (depth === 0) return index;
  }
  return text.length;
}

import { ApexList } from '../../apex/runtime/index.ts';

/** A query with its binds. */
export interface FixedQuery {
  readonly object: string;
  readonly soql: string;
  readonly binds: ReadonlyMap<string, unknown>;
}

/** Up to a WITH or LIMIT that is in no parentheses. */
const returning =
  /\bRETURNING\s+((?:[^()]|\((?:[^()]|\([^()]*\))*\))+?)(?:\s+(?:WITH|LIMIT)\s[^()]*)?$/is;
const target = /(\w+)\s*(?:\(((?:[^()]|\([^()]*\))*)\))?/g;
const clauses = /^(.*?)(?:\sWHERE\s(.*?))?(\s(?:ORDER|LIMIT|OFFSET)\s.*)?$/is;

/**
 * What a search means in a test: for each object that it returns, the records that `Test.setFixedSearchResults` named.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_SOSL.htm
 */
export function fixedQueries(sosl: string, ids: readonly unknown[]): FixedQuery[] {
  const [, targets = ''] = returning.exec(sosl) ?? [];
  const binds = new Map([['searchids', new ApexList('Id', [...ids])]]);
  return [...targets.matchAll(target)].map(([, object = '', body = 'Id']) => {
    const [, fields = 'Id', where, rest = ''] = clauses.exec(body) ?? [];
    const own = where === undefined ? '' : ` AND (${where})`;
    const selected = fields.trim() === '' ? 'Id' : fields.trim();
    return {
      object,
      binds,
      soql: `SELECT ${selected} FROM ${object} WHERE Id IN :searchids${own}${rest}`
    };
  });
}

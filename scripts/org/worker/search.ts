import type { StaticQuery } from '../../apex/index.ts';
import { ApexException, ApexList } from '../../apex/runtime/index.ts';
import { toStored } from '../runtime/index.ts';
import type { OrgHost } from '../runtime/index.ts';

const shape =
  /^\s*FIND\s+('(?:[^'\\]|\\.)*'|\{[^}]*\}|:\w+)\s*(?:IN\s+(\w+)\s+FIELDS\s*)?(?:RETURNING\s+(.+?))?\s*$/is;
const returned = /(\w+)\s*(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\))?/g;

/**
 * A SOSL query over the name fields (or, `IN ALL FIELDS`, the text fields) of the objects that it returns; in a test,
 * only what `Test.setFixedSearchResults` named.
 * @throws ApexException System.SearchException
 */
export function runSearch(host: OrgHost, { soql, binds, sharing }: StaticQuery): ApexList {
  const [, find = '', scope = 'ALL', targets] = shape.exec(soql) ?? [];
  if (targets === undefined) {
    throw new ApexException(
      'System.SearchException',
      `This search is not supported by the local org: ${soql}`
    );
  }
  const term = find.startsWith(':')
    ? String(toStored(binds.get(find.slice(1)) ?? ''))
    : find.slice(1, -1);
  const lists = [...targets.matchAll(returned)].map(([, object = '', body = 'Id']) => {
    const query = queryFor(host, { object, body, term, scope });
    return query === undefined
      ? new ApexList(object)
      : host.records(query.soql, { binds: query.binds, sharing, accessLevel: 'system' });
  });
  return new ApexList('List<SObject>', lists);
}

interface Target {
  readonly object: string;
  /** `Id, Name WHERE … LIMIT …` */
  readonly body: string;
  readonly term: string;
  readonly scope: string;
}

function queryFor(host: OrgHost, { object, body, term, scope }: Target) {
  const [, fields = 'Id', where, rest = ''] =
    /^(.*?)(?:\sWHERE\s(.*?))?(\s(?:ORDER|LIMIT|OFFSET)\s.*)?$/is.exec(body) ?? [];
  const own = where === undefined ? '' : ` AND (${where})`;
  const found = conditionFor(host, { object, term, scope });
  if (found === undefined) return undefined;
  return {
    soql: `SELECT ${fields.trim() || 'Id'} FROM ${object} WHERE ${found.text}${own}${rest}`,
    binds: found.binds
  };
}

function conditionFor(host: OrgHost, { object, term, scope }: Omit<Target, 'body'>) {
  const { test } = host;
  if (test !== undefined) {
    const ids = new ApexList('Id', [...test.fixedSearchResults]);
    return { text: 'Id IN :searchids', binds: new Map([['searchids', ids]]) };
  }
  const definition = host.services.schema.object(object);
  const fields = [...(definition?.fields.values() ?? [])].filter(
    ({ type, filterable, nameField }) =>
      scope.toUpperCase() === 'NAME'
        ? nameField
        : filterable && ['string', 'email', 'phone'].includes(type)
  );
  if (fields.length === 0) return undefined;
  const text = fields.map(({ name }) => `${name} LIKE :searchterm`).join(' OR ');
  const pattern = `%${term.replaceAll('*', '%').replaceAll('?', '_')}%`;
  return { text: `(${text})`, binds: new Map<string, unknown>([['searchterm', pattern]]) };
}

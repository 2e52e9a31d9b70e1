import { isJsonObject } from '../json.ts';

/** What kind of org it is, in the words of the screens. */
export type OrgType = 'Production' | 'Sandbox' | 'Developer';

/** How the sandbox reaches an org; replaced in tests. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** An org's API in the name of whoever allowed it. */
export interface OrgAccess {
  readonly instanceUrl: string;
  readonly accessToken: string;
}

export interface OrgFacts {
  readonly id: string;
  readonly name: string;
  readonly type: OrgType;
}

/** The org did not do what Clazar asked for. */
export class OrgRefusal extends Error {
  /** 0 when it did not answer. */
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'OrgRefusal';
    this.status = status;
    this.code = code;
  }
}

const data = '/services/data/v66.0';

/** Id, name and kind of the org. @throws OrgRefusal */
export async function readOrg(http: Fetch, access: OrgAccess): Promise<OrgFacts> {
  const soql = 'SELECT Id, Name, OrganizationType, IsSandbox FROM Organization';
  const [row] = await query(http, access, soql);
  return {
    id: textOf(row?.['Id']),
    name: textOf(row?.['Name']),
    type: orgType(row?.['IsSandbox'] === true, textOf(row?.['OrganizationType']))
  };
}

function orgType(isSandbox: boolean, edition: string): OrgType {
  if (isSandbox) return 'Sandbox';
  return edition === 'Developer Edition' ? 'Developer' : 'Production';
}

/** The records of a query's first page. @throws OrgRefusal */
export async function query(
  http: Fetch,
  access: OrgAccess,
  soql: string
): Promise<Record<string, unknown>[]> {
  const path = `${data}/query?q=${encodeURIComponent(soql)}`;
  const body = await call(http, access, { method: 'GET', path });
  const records = isJsonObject(body) ? body['records'] : undefined;
  return Array.isArray(records) ? records.filter(isJsonObject) : [];
}

/** A record to write by its external id, with names as the package has them: without namespace. */
export interface Upsert {
  readonly object: string;
  readonly key: string;
  readonly value: string;
  readonly fields: Readonly<Record<string, string | boolean | null>>;
}

/** Writes a record of the package; in an org where it has no namespace, without. @throws OrgRefusal */
export async function upsert(http: Fetch, access: OrgAccess, record: Upsert): Promise<void> {
  try {
    await upsertAs(http, access, { record, prefix: 'clazar__' });
  } catch (error) {
    if (!(error instanceof OrgRefusal) || error.status !== 404) throw error;
    await upsertAs(http, access, { record, prefix: '' });
  }
}

async function upsertAs(
  http: Fetch,
  access: OrgAccess,
  { record, prefix }: { record: Upsert; prefix: string }
): Promise<void> {
  const { object, key, value, fields } = record;
  const path = `${data}/sobjects/${prefix}${object}/${prefix}${key}/${encodeURIComponent(value)}`;
  // Name is Salesforce's own field.
  const body: Record<string, string | boolean | null> = {};
  for (const [name, content] of Object.entries(fields)) {
    body[name === 'Name' ? name : `${prefix}${name}`] = content;
  }
  await call(http, access, { method: 'PATCH', path, body });
}

interface OrgCall {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

async function call(
  http: Fetch,
  { instanceUrl, accessToken }: OrgAccess,
  { method, path, body }: OrgCall
): Promise<unknown> {
  const answer = await send(http, `${instanceUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) })
  });
  const parsed = await bodyOf(answer);
  if (answer.ok) return parsed;
  const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
  const error = isJsonObject(first) ? first : {};
  const message = textOf(error['message']) || `The org answered ${String(answer.status)}.`;
  throw new OrgRefusal(answer.status, textOf(error['errorCode']), message);
}

/** Waits ten seconds at most. @throws OrgRefusal when the org does not answer */
export async function send(http: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await http(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OrgRefusal(0, 'NO_ANSWER', `${new URL(url).origin} did not answer: ${reason}.`);
  }
}

/** The body as JSON; an empty object for anything else. */
export async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

/** A text, or an empty one for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

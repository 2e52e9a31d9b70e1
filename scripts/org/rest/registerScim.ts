import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefreshTokens, Sessions } from '../auth/index.ts';
import type { DmlRecord } from '../dml/types.ts';
import type { UserContext } from '../session/types.ts';
import { parseJson } from './bodies.ts';
import type { RestOrg } from './port.ts';
import { isPlainObject } from './requestRecord.ts';
import { requireSession } from './requireSession.ts';
import { malformedBody, saveRefused, toRestError } from './restError.ts';

export interface ScimOptions {
  readonly org: Pick<RestOrg, 'save' | 'user'>;
  readonly sessions: Sessions;
  readonly refreshTokens: RefreshTokens;
}

/**
 * Creates users as `sf org create user` does, which asks for a refresh token of the new user with a header of its own.
 * Nothing else of SCIM is there. https://help.salesforce.com/s/articleView?id=sf.identity_scim_overview.htm
 */
export function registerScim(app: FastifyInstance, options: ScimOptions): void {
  void app.register((scoped, _options, done) => {
    // The CLI does not say that it sends JSON.
    scoped.removeAllContentTypeParsers();
    scoped.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, next) =>
      parseJson(String(body), next)
    );
    scoped.post('/services/scim/v1/Users', (request, reply) => create(request, reply, options));
    done();
  });
}

async function create(
  request: FastifyRequest,
  reply: FastifyReply,
  { org, sessions, refreshTokens }: ScimOptions
): Promise<unknown> {
  try {
    const session = requireSession(sessions, request.headers);
    const record = newUser(request.body, await org.user(session.userId));
    const id = await insert(org, session.userId, record);
    const { clientId, scopes } = session;
    if (request.headers['auto-approve-user'] === 'true' && clientId !== undefined) {
      const grant = { clientId, userId: id, scopes };
      reply.header('auto-approve-user', refreshTokens.issue(grant));
    }
    return await reply.code(201).send({ id, userName: record.values['Username'], active: true });
  } catch (error) {
    const { status, items } = toRestError(error, 'POST');
    const errors = items.map(({ message }) => ({ description: message, code: String(status) }));
    return reply.code(status).send({ Errors: errors });
  }
}

async function insert(org: ScimOptions['org'], userId: string, record: DmlRecord): Promise<string> {
  const [result] = await org.save(userId, {
    operation: 'insert',
    records: [record],
    allOrNone: false,
    accessLevel: 'user',
    sharing: true
  });
  if (result?.id !== undefined && result.success) return result.id;
  throw saveRefused(result?.errors ?? []);
}

/** What SCIM does not tell is as with the administrator who asks. */
function newUser(body: unknown, admin: UserContext): DmlRecord {
  const given = isPlainObject(body) ? body : {};
  const name = isPlainObject(given['name']) ? given['name'] : {};
  const username = text(given['userName'] ?? given['username'], 'userName');
  const nickname = given['nickName'];
  return {
    object: 'User',
    values: {
      Username: username,
      LastName: text(name['familyName'], 'name.familyName'),
      ...(typeof name['givenName'] === 'string' && { FirstName: name['givenName'] }),
      ...(typeof nickname === 'string' && { CommunityNickname: nickname }),
      Email: text(firstValue(given['emails']), 'emails'),
      ProfileId: text(firstValue(given['entitlements']), 'entitlements'),
      Alias: username.slice(0, 8),
      TimeZoneSidKey: admin.timeZone,
      LocaleSidKey: admin.locale,
      LanguageLocaleKey: admin.language,
      EmailEncodingKey: 'UTF-8'
    }
  };
}

function firstValue(list: unknown): unknown {
  const [first] = Array.isArray(list) ? (list as unknown[]) : [];
  return isPlainObject(first) ? first['value'] : first;
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw malformedBody(`${name} is missing`);
}

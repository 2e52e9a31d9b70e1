import type { FastifyInstance } from 'fastify';
import { createSessions } from '../auth/index.ts';
import { createDeployRoutes } from '../deploy/index.ts';
import { apexClass, deployedOrg, manifest, zipOf } from '../deploy/testing/deployedOrg.ts';
import type { DeployedOrg } from '../deploy/testing/deployedOrg.ts';
import { parseXml } from '../metadata/index.ts';
import { createServer, registerRestApi } from '../rest/index.ts';
import { localUserId } from '../setup/index.ts';
import { createToolingRoutes } from '../tooling/index.ts';
import { registerSoap } from './registerSoap.ts';

let org: DeployedOrg;
let app: FastifyInstance;
let token: string;
let apiOnly: string;
const unknown: string[] = [];

beforeAll(async () => {
  org = await deployedOrg();
  const { service, userId } = org;
  await org.deploy({
    'package.xml': manifest({ ApexClass: ['A'], PermissionSet: ['Reader'] }),
    ...apexClass('A', 'public class A {}'),
    'permissionsets/Reader.permissionset':
      '<?xml version="1.0"?><PermissionSet><label>Reader</label></PermissionSet>'
  });
  const sessions = createSessions(service.org.organizationId, service.org.clock);
  app = createServer();
  registerRestApi(app, {
    org: service.org,
    sessions,
    routes: [...createToolingRoutes(service), ...createDeployRoutes(service)]
  });
  registerSoap(app, {
    service,
    sessions,
    accounts: {
      findByUsername: () => Promise.resolve(userId),
      checkPassword: (_, password) => Promise.resolve(password === 'right' ? userId : undefined),
      isActive: () => Promise.resolve(true),
      setPassword: () => Promise.resolve(),
      resetPassword: () => Promise.resolve('another')
    },
    onUnknown: ({ url }) => void unknown.push(url)
  });
  token = sessions.open(userId).token;
  apiOnly = sessions.open(localUserId('reader@clazar.local')).token;
});
afterAll(() => org.close());

const envelope = (body: string, session = token, before = ''): string =>
  `<?xml version="1.0"?>${before}<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header><SessionHeader><sessionId>${session}</sessionId></SessionHeader></soap:Header><soap:Body>${body}</soap:Body></soap:Envelope>`;

async function post(api: string, payload: string) {
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: `/services/Soap/${api}/66.0`,
    headers: { 'content-type': 'text/xml', host: 'localhost' },
    payload
  });
  return { statusCode, body, xml: parseXml(body, 'answer') };
}
const metadata = (body: string, session?: string) => post('m', envelope(body, session));

describe('the metadata API', () => {
  test('should deploy a zip and tell how it went', async () => {
    const zip = zipOf({
      'package.xml': manifest({ ApexClass: ['B'] }),
      ...apexClass('B', 'public class B {}')
    });

    const { body } = await metadata(
      `<deploy><ZipFile>${zip.toString('base64')}</ZipFile><DeployOptions/></deploy>`
    );
    const id = /<id>(\w+)<\/id>/.exec(body)?.[1] ?? '';
    await org.service.deployments.finished(id);
    const status = await metadata(
      `<checkDeployStatus><asyncProcessId>${id}</asyncProcessId><includeDetails>true</includeDetails></checkDeployStatus>`
    );

    expect(id).toMatch(/^0Af/);
    expect(status.body).toContain('<status>Succeeded</status>');
    expect(status.body).toContain('<fullName>B</fullName>');
  });

  test.each([
    [
      'a session that is not known',
      () => metadata('<listMetadata/>', 'nobody'),
      'INVALID_SESSION_ID'
    ],
    ['a user without rights', () => metadata('<listMetadata/>', apiOnly), 'INSUFFICIENT_ACCESS'],
    ['an operation that is not known', () => metadata('<renameMetadata/>'), 'INVALID_OPERATION'],
    [
      'a zip that is no base-64',
      () => metadata('<deploy><ZipFile>%</ZipFile></deploy>'),
      'UNKNOWN'
    ],
    [
      'a deployment that is not known',
      () => metadata('<checkDeployStatus><asyncProcessId>0Af</asyncProcessId></checkDeployStatus>'),
      'INVALID_CROSS_REFERENCE_KEY'
    ],
    ['XML that is not well-formed', () => post('m', '<a><b></a>'), 'MALFORMED_XML'],
    ['an empty body', () => post('m', ''), 'MALFORMED_XML'],
    [
      'entities',
      () => post('m', envelope('<listMetadata/>', '&x;', '<!DOCTYPE a [<!ENTITY x "y">]>')),
      'MALFORMED_XML'
    ]
  ])('should refuse %s', async (_, send, code) => {
    const { statusCode, body } = await send();

    expect(statusCode).toBe(500);
    expect(body).toContain(`<faultcode>sf:${code}`);
  });

  test('should say which operations nobody knew', () => {
    expect(unknown).toEqual(['/services/Soap/m/66.0 renameMetadata']);
  });
});

describe('the other SOAP services', () => {
  test('should run anonymous Apex and escape its log', async () => {
    const code = "System.debug('&lt;x&gt; &amp; y');";

    const { body } = await post(
      's',
      envelope(`<executeAnonymous><String>${code}</String></executeAnonymous>`)
    );

    expect(body).toContain('<success>true</success>');
    expect(body).toContain('|DEBUG|&lt;x&gt; &amp; y');
  });

  test.each([
    ['right', 200, '<sessionId>'],
    ['wrong', 500, 'INVALID_LOGIN']
  ])('should answer a login with the %s password', async (password, status, text) => {
    const login = `<login><username>admin</username><password>${password}</password></login>`;

    const { statusCode, body } = await post('u', envelope(login, ''));

    expect([statusCode, body]).toEqual([status, expect.stringContaining(text)]);
  });
});

describe('deployments by REST', () => {
  const url = '/services/data/v66.0/metadata/deployRequest';
  const send = (contentType: string, payload: Buffer | string, session = token) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': contentType,
        host: 'localhost',
        authorization: `Bearer ${session}`
      },
      payload
    });
  const multipart = (zip: Buffer, options: string): Buffer =>
    Buffer.concat([
      Buffer.from(
        `--x\r\nContent-Disposition: form-data; name="json"\r\n\r\n${options}\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\n`
      ),
      zip,
      Buffer.from('\r\n--x--\r\n')
    ]);
  const type = 'multipart/form-data; boundary=x';

  test('should deploy and tell how it went', async () => {
    const zip = zipOf({
      'package.xml': manifest({ ApexClass: ['C'] }),
      ...apexClass('C', 'public class C {}')
    });

    const started = await send(type, multipart(zip, '{"deployOptions":{"checkOnly":true}}'));
    const { id } = started.json<{ id: string }>();
    await org.service.deployments.finished(id);
    const headers = { host: 'localhost', authorization: `Bearer ${token}` };
    const status = await app.inject({ url: `${url}/${id}?includeDetails=true`, headers });

    expect(started.statusCode).toBe(201);
    expect(status.json()).toMatchObject({
      deployResult: { status: 'Succeeded', checkOnly: true, numberComponentsDeployed: 1 }
    });
  });

  test.each([
    ['options that are no JSON', () => send(type, multipart(Buffer.from('x'), '{')), 400],
    ['a body without parts', () => send(type, 'nothing'), 400],
    [
      'a validation that is not known',
      () => send('application/json', '{"validatedDeployRequestId":"0Af000000000001AAA"}'),
      404
    ],
    ['a user without rights', () => send(type, multipart(Buffer.from('x'), '{}'), apiOnly), 403]
  ])('should refuse %s', async (_, post_, status) => {
    expect((await post_()).statusCode).toBe(status);
  });
});

describe('the tooling API', () => {
  const get = (path: string, session = token) =>
    app.inject({
      url: `/services/data/v66.0/tooling${path}`,
      headers: { host: 'localhost', authorization: `Bearer ${session}` }
    });

  test('should find classes and changes', async () => {
    const classes = await get("/query?q=SELECT Name FROM ApexClass WHERE Name = 'A'");
    const members = await get(
      "/query?q=SELECT MemberName FROM SourceMember WHERE MemberType = 'ApexClass'"
    );

    expect(classes.json()).toMatchObject({ size: 1, records: [{ Name: 'A' }] });
    expect(members.json<{ records: unknown[] }>().records).toMatchObject([
      { MemberName: 'A' },
      { MemberName: 'B' }
    ]);
  });

  test('should keep the log of anonymous Apex', async () => {
    await get('/executeAnonymous?anonymousBody=System.debug(1);');
    const logs = await get('/query?q=SELECT Id, Operation FROM ApexLog');
    const [log] = logs.json<{ records: { Id: string }[] }>().records;
    const body = await get(`/sobjects/ApexLog/${log?.Id ?? ''}/Body`);

    expect(body.body).toContain('|DEBUG|1');
  });

  test.each([
    ['a query that is none', '/query?q=SELEC', 400, 'MALFORMED_QUERY'],
    ['an object that is none', '/query?q=SELECT Id FROM Nothing', 400, 'INVALID_TYPE'],
    ['a field that is none', '/query?q=SELECT Nothing FROM ApexClass', 400, 'INVALID_FIELD'],
    ['a resource that is none', '/sobjects/Nothing/describe', 404, 'NOT_FOUND'],
    ['an id that is none', "/sobjects/ApexLog/1' OR Id != '/Body", 404, 'NOT_FOUND']
  ])('should refuse %s', async (_, path, status, errorCode) => {
    const answer = await get(path);

    expect([answer.statusCode, answer.json()]).toMatchObject([status, [{ errorCode }]]);
  });
});

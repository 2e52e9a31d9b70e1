import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock, recordingLog } from '../../shared/index.ts';
import { administrator, localUserId } from '../setup/index.ts';
import { ApexCallError, createOrg, runApexTests } from './index.ts';
import type { Org } from './index.ts';
import { apexProject } from './testing/apexProject.ts';
import type { ApexProject } from './testing/apexProject.ts';

const admin = localUserId(administrator.username);
const metadata = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const namedCredential = `<NamedCredential ${metadata}>
  <allowMergeFieldsInBody>true</allowMergeFieldsInBody>
  <calloutStatus>Enabled</calloutStatus>
  <label>Api</label>
  <namedCredentialParameters>
    <parameterName>Url</parameterName><parameterType>Url</parameterType>
    <parameterValue>https://api.example.com</parameterValue>
  </namedCredentialParameters>
  <namedCredentialParameters>
    <externalCredential>Api</externalCredential>
    <parameterName>ExternalCredential</parameterName><parameterType>Authentication</parameterType>
  </namedCredentialParameters>
  <namedCredentialType>SecuredEndpoint</namedCredentialType>
</NamedCredential>`;
const externalCredential = `<ExternalCredential ${metadata}>
  <authenticationProtocol>Custom</authenticationProtocol>
  <externalCredentialParameters>
    <parameterGroup>Main</parameterGroup><parameterName>Main</parameterName>
    <parameterType>NamedPrincipal</parameterType><sequenceNumber>1</sequenceNumber>
  </externalCredentialParameters>
  <label>Api</label>
</ExternalCredential>`;
const permissionSet = `<PermissionSet ${metadata}>
  <externalCredentialPrincipalAccesses>
    <enabled>true</enabled><externalCredentialPrincipal>Api-Main</externalCredentialPrincipal>
  </externalCredentialPrincipalAccesses>
  <hasActivationRequired>false</hasActivationRequired><label>Api</label>
</PermissionSet>`;

const sources = {
  'namedCredentials/Api.namedCredential-meta.xml': namedCredential,
  'externalCredentials/Api.externalCredential-meta.xml': externalCredential,
  'permissionsets/Api.permissionset-meta.xml': permissionSet,
  'Save.cls': `public class Save implements Queueable {
    private String name;
    public Save(String name) { this.name = name; }
    public void execute(QueueableContext context) { insert new Account(Name = name); }
  }`,
  'Api.cls': `public class Api {
    public class Answer {
      @AuraEnabled public String text;
      @AuraEnabled public Decimal amount = 1.50;
      public String hidden = 'no';
    }
    @AuraEnabled
    public static Answer ask(String question, Integer times) {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('callout:Api/ask?times=' + times);
      request.setMethod('POST');
      request.setBody(question + ' {!$Credential.Api.token}');
      Answer answer = new Answer();
      answer.text = new Http().send(request).getBody();
      return answer;
    }
    @AuraEnabled
    public static void refuse() {
      throw new AuraHandledException('Ask somebody else.');
    }
    public static void hang() {
      Pattern.matches('(a+)+b', 'a'.repeat(60));
    }
  }`,
  'ApiTest.cls': `@IsTest private class ApiTest {
    @IsTest static void shouldPass() { insert new Account(Name = 'Mine'); Assert.areEqual(1, [SELECT COUNT() FROM Account]); }
    @IsTest static void shouldFail() { System.debug('look'); Assert.areEqual(1, 2); }
    @IsTest static void shouldNotCallOut() {
      try { Api.ask('x', 1); Assert.fail(); } catch (TypeException e) {
        Assert.areEqual('Methods defined as TestMethod do not support Web service callouts', e.getMessage());
      }
    }
  }`
};

let project: ApexProject;
let server: Server;
let org: Org;

beforeAll(async () => {
  project = apexProject(sources);
  server = createServer((request, response) => {
    request
      .setEncoding('utf8')
      .on('data', (body: string) => response.end(`${request.url} ${body}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  org = await createOrg({
    projectFolder: project.folder,
    log: recordingLog(),
    patience: 1500,
    calloutRewrites: new Map([['https://api.example.com', `http://127.0.0.1:${port}`]])
  });
  org.secrets.set('Api', 'Main', new Map([['token', 't0p']]));
}, 60_000);

afterAll(async () => {
  await org.close();
  server.close().closeAllConnections();
  project.remove();
});

async function count(where: string): Promise<number> {
  const result = await org.query(admin, { soql: `SELECT COUNT() FROM Account WHERE ${where}` });
  return result.totalSize;
}

test('should commit what anonymous Apex does, and run what it queues', async () => {
  const apex = `insert new Account(Name = 'Now'); System.enqueueJob(new Save('Later'));`;

  const outcome = await org.executeAnonymous(admin, apex);
  await org.settled();

  expect(outcome).toMatchObject({ compiled: true, success: true });
  expect(await count(`Name IN ('Now', 'Later')`)).toBe(2);
});

test('should tell where anonymous Apex is wrong', async () => {
  expect(await org.executeAnonymous(admin, 'Integer i = 1;\nNope.run();')).toMatchObject({
    compiled: false,
    success: false,
    line: 2
  });
});

test('should hand an answer of the network to a Lightning component', async () => {
  const call = {
    className: 'Api',
    methodName: 'ask',
    parameters: { question: 'why', times: 2 }
  };

  expect(await org.invokeAura(admin, call)).toEqual({ text: '/ask?times=2 why t0p', amount: 1.5 });
});

test('should tell a Lightning component what Apex threw', async () => {
  const call = { className: 'Api', methodName: 'refuse', parameters: {} };

  await expect(org.invokeAura(admin, call)).rejects.toMatchObject({
    name: 'ApexCallError',
    exceptionType: 'System.AuraHandledException',
    message: 'Ask somebody else.'
  });
});

test('should replace a thread that hangs, and answer with a LimitException', async () => {
  const outcome = org.executeAnonymous(admin, 'Api.hang();');

  await expect(outcome).rejects.toEqual(
    new ApexCallError({
      type: 'System.LimitException',
      message: 'Apex CPU time limit exceeded',
      stackTrace: ''
    })
  );
  expect(await org.executeAnonymous(admin, 'Integer i = 1;')).toMatchObject({ success: true });
}, 20_000);

test('should run tests on all cores, apart from the records of the org', async () => {
  const run = await runApexTests({ projectFolder: project.folder, coverage: true });

  expect(run.summary).toMatchObject({ passed: 2, failed: 1 });
  expect(run.tests.find(({ outcome }) => outcome === 'Fail')).toMatchObject({
    message: 'System.AssertException: Assertion Failed: Expected: 1, Actual: 2',
    stack: 'Class.ApiTest.shouldFail: line 3, column 1',
    log: expect.stringContaining('look') as string
  });
  expect(run.coverage.find(({ name }) => name === 'Api')?.covered.length).toBeGreaterThan(0);
}, 60_000);

test('should leave the data alone when the Apex has mistakes, and name all of them', async () => {
  const broken = apexProject({
    'One.cls': 'public class One { Nope a; }',
    'Two.cls': 'public class Two { void run() { nothing(); } }'
  });

  const start = createOrg({ projectFolder: broken.folder, log: recordingLog() });

  await expect(start).rejects.toMatchObject({ name: 'ApexCompileError' });
  await expect(start).rejects.toHaveProperty('errors.length', 2);
  broken.remove();
});

test('should lose nothing that was queued when the process is killed', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'killed-'));
  const script = `
    import { createOrg } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    const org = await createOrg({ projectFolder: process.argv[1], dataFolder: process.argv[2] });
    await org.executeAnonymous(process.argv[3], "System.enqueueJob(new Save('Survivor'), 1);");
    process.kill(process.pid, 'SIGKILL');`;
  const node = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  const child = spawnSync(process.execPath, [...node, project.folder, dataFolder, admin]);
  expect(child.signal).toBe('SIGKILL');

  const clock = manualClock(new Date(Date.now() + 120_000).toISOString());
  const again = await createOrg({
    projectFolder: project.folder,
    dataFolder,
    clock,
    log: recordingLog()
  });
  await again.settled();

  const soql = `SELECT COUNT() FROM Account WHERE Name = 'Survivor'`;
  expect((await again.query(admin, { soql })).totalSize).toBe(1);
  await again.close();
  rmSync(dataFolder, { recursive: true });
}, 60_000);

import { administrator, localUserId } from '../../org/index.ts';
import { aPushingCloud } from './pushingCloud.ts';
import type { PushingCloud } from './pushingCloud.ts';
import type { SyncedOrg } from './syncedOrg.ts';
import { aTemplateOrg } from './templateOrg.ts';

const userId = localUserId(administrator.username);

let here: SyncedOrg;
let cloud: PushingCloud;

type Kind = 'String' | 'Number' | 'DateTime';

/** An autolaunched flow of one action: what comes in goes to the action, and what it answers comes out. */
function flowOf(action: string, inputs: Readonly<Record<string, Kind>>): string {
  const parameters = Object.keys(inputs).map(
    (name) =>
      `<inputParameters><name>${name}</name><value><elementReference>${name}</elementReference></value></inputParameters>`
  );
  const variables = [
    ...Object.entries(inputs).map(([name, kind]) => variable(name, kind, 'isInput')),
    variable('status', 'String', 'isOutput'),
    variable('message', 'String', 'isOutput')
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
    <Flow xmlns="http://soap.sforce.com/2006/04/metadata">
      <actionCalls><name>Act</name><label>Act</label><locationX>0</locationX><locationY>0</locationY>
        <actionName>clazar__${action}</actionName><actionType>apex</actionType>
        <flowTransactionModel>CurrentTransaction</flowTransactionModel>
        ${parameters.join('')}
        <outputParameters><assignToReference>status</assignToReference><name>status</name></outputParameters>
        <outputParameters><assignToReference>message</assignToReference><name>message</name></outputParameters>
      </actionCalls>
      <apiVersion>66.0</apiVersion><label>${action}</label><processType>AutoLaunchedFlow</processType>
      <start><locationX>0</locationX><locationY>0</locationY>
        <connector><targetReference>Act</targetReference></connector></start>
      <status>Active</status>${variables.join('')}
    </Flow>`;
}

function variable(name: string, kind: Kind, direction: 'isInput' | 'isOutput'): string {
  const scale = kind === 'Number' ? '<scale>2</scale>' : '';
  const other = direction === 'isInput' ? 'isOutput' : 'isInput';
  return `<variables><name>${name}</name><dataType>${kind}</dataType><isCollection>false</isCollection>
    <${direction}>true</${direction}><${other}>false</${other}>${scale}</variables>`;
}

beforeAll(async () => {
  here = await aTemplateOrg({
    'flows/Activate.flow-meta.xml': flowOf('ActivateContract', { contractId: 'String' }),
    'flows/Report.flow-meta.xml': flowOf('ReportUsage', {
      contractId: 'String',
      dimension: 'String',
      quantity: 'Number',
      startTime: 'DateTime',
      endTime: 'DateTime'
    })
  });
  cloud = await aPushingCloud(here.org);
  await here.sync('everything');
}, 240_000);

afterAll(async () => {
  await cloud.close();
  await here.close();
});

interface FlowAnswer {
  readonly isSuccess: boolean;
  readonly outputValues: Readonly<Record<string, unknown>>;
}

/** Runs a flow for many records at once, as whoever calls it over REST does. */
async function run(flow: string, inputs: readonly object[]): Promise<FlowAnswer[]> {
  const path = `/actions/custom/flow/${flow}`;
  return (await cloud.as(userId, { method: 'POST', path, body: { inputs } })) as FlowAnswer[];
}

async function query(soql: string): Promise<string[]> {
  const { records } = await here.org.query(userId, { soql });
  return records.map(({ values }) => [...values.values()][0] as string);
}

function statusesOf(answers: readonly FlowAnswer[]): unknown[] {
  return answers.map(({ outputValues }) => outputValues['status']);
}

test('should activate contracts from a Flow, each with an outcome of its own', async () => {
  const pending = await query("SELECT Id FROM Contract__c WHERE Status__c = 'Pending'");
  const [expired = ''] = await query(
    "SELECT Id FROM Contract__c WHERE Status__c = 'Expired' LIMIT 1"
  );
  const ids = [expired, ...pending];

  const answers = await run(
    'Activate',
    ids.map((contractId) => ({ contractId }))
  );

  expect(pending.length).toBeGreaterThan(1);
  expect(answers.every(({ isSuccess }) => isSuccess)).toBe(true);
  expect(statusesOf(answers)).toEqual(['Failed', ...pending.map(() => 'Sent')]);
  expect(await query("SELECT Id FROM Contract__c WHERE Status__c = 'Pending'")).toEqual([]);
});

test('should report two hundred usages from a Flow in few requests, and fail the bad one alone', async () => {
  const hour = 3_600_000;
  const many = 200;
  const bad = 70;
  const [metered] = here.sandbox.control.snapshot().metering;
  const [contractId] = await query(
    `SELECT Id FROM Contract__c WHERE Clazar_Id__c = '${metered?.contract_id ?? ''}'`
  );
  const first = Date.parse('2026-11-10T00:00:00Z');
  const inputs = Array.from({ length: many }, (_, index) => ({
    contractId,
    dimension: index === bad ? 'No such dimension' : metered?.dimension,
    quantity: index + 1,
    startTime: new Date(first + index * hour).toISOString(),
    endTime: new Date(first + index * hour + hour - 1000).toISOString()
  }));
  const before = here.sandbox.control.requests().length;

  const answers = await run('Report', inputs);

  const posts = here.sandbox.control
    .requests()
    .slice(before)
    .filter(({ method, path }) => method === 'POST' && path === '/metering/');
  const expected = inputs.map((_, index) => (index === bad ? 'Failed' : 'Sent'));
  expect(statusesOf(answers)).toEqual(expected);
  expect(posts.map(({ status }) => status)).toEqual(posts.map(() => 200));
  expect(posts.length).toBeLessThanOrEqual(10);
});

import { nativeClass, nativeInterface } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexException, ApexList, nullArgument } from '../../../apex/runtime/index.ts';
import type { ApexDatetime, ApexType } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import type { TestState } from '../../runtime/index.ts';
import { runPublishCallbacks } from '../messaging/events.ts';
import { PlatformObject } from '../platformObject.ts';
import type { ObjectToken } from '../schema/tokens.ts';
import { newInstallContext } from '../system/system.ts';
import { recordsFromCsv } from './csv.ts';

function testOf(context: ApexContext): TestState {
  const { test } = hostOf(context).transaction;
  if (test !== undefined) return test;
  throw new ApexException('System.TypeException', 'This method can only be called from a test');
}

function startTest(context: ApexContext): void {
  const test = testOf(context);
  if (test.phase !== 'before') throw finalException('Testing already started');
  test.phase = 'started';
  const { transaction } = hostOf(context);
  transaction.limits.startTest();
  transaction.callouts.reset();
}

function stopTest(context: ApexContext): void {
  const test = testOf(context);
  if (test.phase !== 'started') throw finalException('Testing not in progress');
  hostOf(context).services.jobs.runForTest();
  runPublishCallbacks(context, 'success');
  test.phase = 'stopped';
  hostOf(context).transaction.limits.stopTest();
}

function finalException(text: string): ApexException {
  return new ApexException('System.FinalException', text);
}

function setMock(context: ApexContext, type: ApexType | null, mock: unknown): void {
  if (type === null) throw nullArgument(1);
  if (mock === null) throw nullArgument(2);
  const test = testOf(context);
  const name = type.name.replace(/^System\./i, '').toLowerCase();
  if (name !== 'httpcalloutmock') {
    const text = `Test.setMock is supported for HttpCalloutMock only by the local org: ${type.name}`;
    throw new ApexException('System.TypeException', text);
  }
  test.calloutMock = mock;
}

function setCreatedDate(context: ApexContext, id: string, date: ApexDatetime): void {
  testOf(context);
  const { services } = hostOf(context);
  const prefix = id.slice(0, 3);
  const object = [...services.schema.objects.values()].find((each) => each.keyPrefix === prefix);
  if (object === undefined) throw new ApexException('System.StringException', `Invalid id: ${id}`);
  services.store.update(object.name, [{ Id: id, CreatedDate: date.toIso() }]);
}

function loadData(context: ApexContext, token: ObjectToken, resource: string): ApexList {
  testOf(context);
  const host = hostOf(context);
  const content = host.services.facts.staticResource(resource);
  if (content === undefined) {
    throw new ApexException(
      'System.InvalidParameterValueException',
      `Static resource not found: ${resource}`
    );
  }
  const records = recordsFromCsv(token.data, new TextDecoder().decode(content));
  const list = new ApexList(token.data.name, records);
  host.dml({
    operation: 'insert',
    records: list,
    externalIdField: undefined,
    duplicates: undefined,
    accessLevel: 'system',
    sharing: 'none'
  });
  return list;
}

function standardPricebook(context: ApexContext): string {
  testOf(context);
  const { store } = hostOf(context).services;
  const existing = store.find('Pricebook2', 'IsStandard', [true])[0]?.['Id'];
  if (typeof existing === 'string') return existing;
  const id = store.nextId('Pricebook2');
  store.insert('Pricebook2', [
    { Id: id, Name: 'Standard Price Book', IsStandard: true, IsActive: true, IsDeleted: false }
  ]);
  return id;
}

function testInstall(context: ApexContext, handler: unknown, ...rest: unknown[]): void {
  testOf(context);
  const [previous = null, isPush = false] = rest;
  const installContext = newInstallContext({
    isPush: isPush === true,
    previous: previous as never
  });
  context.program.invoke(handler, 'onInstall', [installContext]);
}

function testUninstall(context: ApexContext, handler: unknown): void {
  testOf(context);
  const uninstallContext = new PlatformObject('UninstallContextImplementation', {});
  context.program.invoke(handler, 'onUninstall', [uninstallContext]);
}

const isolationMembers: NativeMembers = {
  'static Boolean isRunningTest()': (context: ApexContext) =>
    hostOf(context).transaction.test !== undefined,
  'static void startTest()': startTest,
  'static void stopTest()': stopTest
};

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_test.htm */
export const testTypes = [
  nativeClass('Test', {
    ...isolationMembers,
    'static void setMock(Type type, Object mock)': setMock,
    'static Object createStub(Type type, StubProvider provider)': (
      context: ApexContext,
      type: ApexType | null,
      provider: unknown
    ) => {
      testOf(context);
      if (type === null) throw nullArgument(1);
      return hostOf(context).services.createStub(type.name, provider);
    },
    'static void setCreatedDate(Id recordId, Datetime created)': setCreatedDate,
    'static void setFixedSearchResults(List<Id> ids)': (context: ApexContext, ids: ApexList) => {
      testOf(context).fixedSearchResults = ids.items;
    },
    'static List<SObject> loadData(Schema.SObjectType type, String resource)': loadData,
    'static Id getStandardPricebookId()': standardPricebook,
    'static TestEventBus getEventBus()': () => new PlatformObject('TestEventBus', {}),
    'static void calculatePermissionSetGroup(String id)': () => undefined,
    'static void calculatePermissionSetGroup(List<String> ids)': () => undefined,
    'static void setReadOnlyApplicationMode(Boolean mode)': () => undefined,
    'static void testInstall(InstallHandler handler, Version version)': testInstall,
    'static void testInstall(InstallHandler handler, Version version, Boolean isPush)': testInstall,
    'static void testUninstall(UninstallHandler handler)': testUninstall
  }),
  nativeClass('TestEventBus', {
    'void deliver()': (context: ApexContext) => {
      hostOf(context).services.jobs.deliverEvents();
      runPublishCallbacks(context, 'success');
    },
    'void fail()': (context: ApexContext) => {
      hostOf(context).transaction.afterCommit.events.length = 0;
      runPublishCallbacks(context, 'failure');
    }
  }),
  nativeInterface('StubProvider', [
    'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, Type returnType, List<Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)'
  ])
];

import { manualClock, seededRandom } from '../../shared/index.ts';
import { coreLibrary, nativeClass } from '../library/index.ts';
import type { NativeType } from '../library/native.ts';
import { compileApex, loadProgram } from '../load/index.ts';
import type { ApexSource, CompileError, LoadedProgram } from '../load/index.ts';
import type { DmlStatement, LanguageHost, SchemaPort, StaticQuery } from '../platform/index.ts';
import { ApexList, textOf } from '../runtime/index.ts';
import { testSchema } from './schema.ts';

/** Where a test program prints and what it asks of the org. */
export interface TestHost extends LanguageHost {
  readonly output: string[];
  readonly saved: DmlStatement[];
  readonly queries: StaticQuery[];
  /** What the next queries give. */
  rows: unknown[];
}

export function testHost(): TestHost {
  const host: TestHost = {
    output: [],
    saved: [],
    queries: [],
    rows: [],
    query: (request) => {
      host.queries.push(request);
      return new ApexList('SObject', [...host.rows]);
    },
    count: (request) => {
      host.queries.push(request);
      return host.rows.length;
    },
    queryChunks: (request) => {
      host.queries.push(request);
      return [new ApexList('SObject', [...host.rows])];
    },
    search: () => new ApexList('List<SObject>'),
    dml: (statement) => void host.saved.push(statement),
    runAs: (_user, block) => block(),
    future: (className, method) => void host.output.push(`later: ${className}.${method}`),
    checkCpuTime: () => undefined
  };
  return host;
}

export const defaultSchema: SchemaPort = testSchema(
  {
    Account: {
      Name: 'string',
      Industry: 'picklist',
      AnnualRevenue: 'currency',
      NumberOfEmployees: 'int',
      BillingAddress: 'address',
      ParentId: 'reference Account Parent ChildAccounts',
      OwnerId: 'reference User Owner',
      CreatedDate: 'datetime'
    },
    Contact: {
      FirstName: 'string',
      LastName: 'string',
      Email: 'email',
      Birthdate: 'date',
      AccountId: 'reference Account Account Contacts'
    },
    Opportunity: {
      Name: 'string',
      Amount: 'currency',
      StageName: 'picklist',
      CloseDate: 'date',
      IsClosed: 'boolean',
      AccountId: 'reference Account Account Opportunities'
    },
    Task: { Subject: 'string', WhatId: 'reference Account,Opportunity What', ActivityDate: 'date' },
    User: { Name: 'string', Email: 'email' },
    Name: { Name: 'string', Type: 'string' },
    Invoice__c: {
      Name: 'string',
      Total__c: 'currency',
      External_Id__c: 'string',
      Account__c: 'reference Account Account__r Invoices__r'
    },
    Paid__e: { Invoice__c: 'string' },
    Rule__mdt: { DeveloperName: 'string' }
  },
  { labels: { Hello: 'Hello!' } }
);

/** The library that test programs may use: the core, `System.debug` and tokens of the schema. */
export function testLibrary(host: TestHost): readonly NativeType[] {
  const print = (_context: unknown, value: unknown): void => void host.output.push(textOf(value));
  return [
    ...coreLibrary,
    nativeClass('System', {
      'static void debug(Object value)': print,
      'static void debug(Object level, Object value)': (_context: unknown, ...values: unknown[]) =>
        print(_context, values[1])
    }),
    nativeClass('AggregateResult', { 'Object get(String alias)': () => null }),
    nativeClass('SObject', {
      'Object get(String field)': (_context, self: { peek(name: string): unknown }, name: string) =>
        self.peek(name),
      'void addError(String message)': () => undefined,
      'void addError(String field, String message)': () => undefined
    })
  ];
}

/** Class sources by name; a text that starts with `trigger` is one, one that starts with `// API 67` follows that version. */
export function sourcesOf(...texts: readonly string[]): readonly ApexSource[] {
  return texts.map((text) => {
    const isTrigger = /^\s*trigger\b/i.test(text);
    const name =
      /\b(?:class|interface|enum|trigger)\s+(\w+)/i.exec(
        text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
      )?.[1] ?? 'Unnamed';
    const kind = isTrigger ? 'trigger' : 'class';
    const version = /^\s*\/\/ API (\d+)/.exec(text)?.[1];
    return {
      path: `${name}.${isTrigger ? 'trigger' : 'cls'}`,
      name,
      kind,
      text,
      ...(version !== undefined && { apiVersion: Number(version) })
    };
  });
}

export function compileErrors(...texts: readonly string[]): readonly CompileError[] {
  const natives = testLibrary(testHost());
  return compileApex({ sources: sourcesOf(...texts), schema: defaultSchema, natives }).errors;
}

export interface Loaded {
  readonly program: LoadedProgram;
  readonly host: TestHost;
}

/** Compiles and loads sources that have no errors. */
export function load(...texts: readonly string[]): Loaded {
  const host = testHost();
  const natives = testLibrary(host);
  const { program, errors } = compileApex({
    sources: sourcesOf(...texts),
    schema: defaultSchema,
    natives
  });
  if (!program) throw new Error(errors.map(describe).join('\n'));
  const context = {
    clock: manualClock('2026-01-02T03:04:05Z'),
    random: seededRandom(1),
    schema: defaultSchema,
    host,
    sharing: 'without' as const,
    access: 'system' as const,
    bindScope: undefined
  };
  return { program: loadProgram(program, { context, natives }), host };
}

function describe({ file, line, column, message }: CompileError): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** Runs the statements in a static method and gives what they print. */
export function run(statements: string, members = ''): readonly string[] {
  const { program, host } = load(
    `public class Main {\n${members}\npublic static void run() {\n${statements}\n}\n}`
  );
  program.resetStatics();
  program.invokeStatic('Main', 'run', []);
  return host.output;
}

/** What a function throws. */
export function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

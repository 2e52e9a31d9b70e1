import type { CalloutChannel } from '../callouts/index.ts';
import type { CompiledProgram } from '../../apex/load/index.ts';
import type { ProjectData } from '../metadata/index.ts';
import type { CoveredLines, TestClass, TestOutcome } from '../tests/index.ts';
import type { CoreCalls } from './calls.ts';
import type { SharedTime } from './clock.ts';
import type { WireError } from './errors.ts';

/** What a thread is started with. */
export interface ThreadData {
  /** `background`: works through the queue; `test`: an org of its own in memory, for Apex tests. */
  readonly role: 'interactive' | 'background' | 'test';
  readonly project: ProjectData;
  readonly keyPrefixes: ReadonlyMap<string, string>;
  readonly compiled: CompiledProgram;
  /** SQLite file; undefined: in memory. */
  readonly file: string | undefined;
  /** Where secrets are kept; undefined: nowhere. */
  readonly secretsFolder: string | undefined;
  readonly rewrites: ReadonlyMap<string, string>;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly instanceUrl: string;
  readonly time: SharedTime;
  readonly seed: number;
  readonly channel: CalloutChannel;
  readonly coverage: boolean;
}

/** What a test thread does besides. */
export interface TestCalls {
  runTestClass(test: TestClass): TestOutcome[];
  takeCoverage(): CoveredLines;
}

export type ThreadCalls = CoreCalls & TestCalls;
export type CallName = keyof ThreadCalls;

export interface ThreadRequest {
  readonly id: number;
  readonly call: CallName;
  readonly values: readonly unknown[];
}

export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number | undefined; readonly error: WireError }
  | { readonly kind: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly text: string };

import type { Clock, Random } from '../../shared/index.ts';
import type { LanguageHost, SharingMode } from './host.ts';
import type { ProgramPort } from './program.ts';
import type { SchemaPort } from './schema.ts';

/** What every native function receives first. One per worker; the parts that change with each transaction hang on `host`. */
export interface ApexContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly schema: SchemaPort;
  readonly host: LanguageHost;
  readonly program: ProgramPort;
  /** The sharing mode in force where the native was called. Set by compiled code. */
  sharing: SharingMode;
  /** How code reads and writes where it does not say: in its user's mode from API version 67 on. */
  readonly access: 'user' | 'system';
  /**
   * The local variables that `Database.query` and its kin may bind, set by compiled code just before a call of a native
   * whose entry is marked `bindsLocals`.
   */
  bindScope: ((name: string) => unknown) | undefined;
}

import type { ProgramPort, SchemaPort } from '../../apex/index.ts';
import { PayloadReader } from './payloadReader.ts';
import type { Plain } from './payloadScalars.ts';
import { PayloadWriter } from './payloadWriter.ts';
import type { Entry } from './payloadWriter.ts';

/** What the state of a job is read and made with. */
export interface PayloadSource {
  readonly program: ProgramPort;
  readonly schema: SchemaPort;
}

/**
 * The state of an Apex object graph as text; shared objects stay shared, transient fields are left out.
 * @throws ApexException System.SerializationException for what cannot be kept
 */
export function writePayload(value: unknown, { program }: PayloadSource): string {
  const writer = new PayloadWriter(program);
  const root = writer.write(value);
  return JSON.stringify({ root, table: writer.table });
}

/** The object graph that `writePayload` wrote. Constructors are not run. */
export function readPayload(text: string, source: PayloadSource): unknown {
  const { root, table } = JSON.parse(text) as { root: Plain; table: readonly Entry[] };
  return new PayloadReader(source, table).read(root);
}

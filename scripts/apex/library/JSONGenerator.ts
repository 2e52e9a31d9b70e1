import type { ApexContext } from '../platform/index.ts';
import { lenient } from './arguments.ts';
import { jsonException, JsonWriter, writeValue } from './json/index.ts';
import { nativeClass } from './native.ts';
import type { NativeFunction, NativeMembers, NativeType } from './native.ts';

/** A `JSONGenerator`. */
export class ApexJsonGenerator {
  readonly $type = 'JSONGenerator';
  readonly writer: JsonWriter;
  closed = false;

  constructor(pretty: boolean) {
    this.writer = new JsonWriter(pretty);
  }

  /** The writer, while it may still be used. */
  open(): JsonWriter {
    if (this.closed) throw jsonException('The generator has already been closed.');
    return this.writer;
  }
}

const write: NativeFunction = (context: ApexContext, self: ApexJsonGenerator, value: unknown) =>
  writeValue({ context, writer: self.open(), suppressNulls: false }, value);

const writeField: NativeFunction = (
  context: ApexContext,
  self: ApexJsonGenerator,
  ...[name, value]: [string, unknown]
) => {
  self.open().name(name);
  writeValue({ context, writer: self.writer, suppressNulls: false }, value);
};

const structural = (run: (writer: JsonWriter) => void): NativeFunction =>
  lenient((self: ApexJsonGenerator) => run(self.open()));

/** `writeX(T value)` and `writeXField(String name, T value)` by X. */
const scalars: readonly (readonly [name: string, type: string])[] = [
  ['Blob', 'Blob'],
  ['Boolean', 'Boolean'],
  ['Date', 'Date'],
  ['DateTime', 'Datetime'],
  ['Id', 'Id'],
  ['Number', 'Decimal'],
  ['Number', 'Double'],
  ['Number', 'Integer'],
  ['Number', 'Long'],
  ['Object', 'Object'],
  ['String', 'String'],
  ['Time', 'Time']
];

const scalarMembers: NativeMembers = Object.fromEntries(
  scalars.flatMap(([name, type]) => [
    [`void write${name}(${type} value)`, write],
    [`void write${name}Field(String name, ${type} value)`, writeField]
  ])
);

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_JsonGenerator.htm */
export const jsonGeneratorType: NativeType = nativeClass('JSONGenerator', {
  ...scalarMembers,
  'void writeNull()': structural((writer) => writer.raw('null')),
  'void writeNullField(String name)': (
    _context: ApexContext,
    self: ApexJsonGenerator,
    name: string
  ) => {
    self.open().name(name);
    self.writer.raw('null');
  },
  'void writeFieldName(String name)': (
    _context: ApexContext,
    self: ApexJsonGenerator,
    name: string
  ) => self.open().name(name),
  'void writeStartObject()': structural((writer) => writer.start('{')),
  'void writeEndObject()': structural((writer) => writer.end('{')),
  'void writeStartArray()': structural((writer) => writer.start('[')),
  'void writeEndArray()': structural((writer) => writer.end('[')),
  'String getAsString()': lenient((self: ApexJsonGenerator) => {
    self.closed = true;
    return self.writer.text;
  }),
  'void close()': lenient((self: ApexJsonGenerator) => {
    self.closed = true;
  }),
  'Boolean isClosed()': lenient((self: ApexJsonGenerator) => self.closed)
});

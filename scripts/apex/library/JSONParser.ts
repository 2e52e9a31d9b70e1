import type { ApexContext } from '../platform/index.ts';
import { enumValues } from '../runtime/index.ts';
import type { ApexEnumValue, ApexType } from '../runtime/index.ts';
import { lenient } from './arguments.ts';
import {
  deserialize,
  jsonException,
  readNode,
  readScalar,
  tokenNames,
  TokenStream
} from './json/index.ts';
import type { Token } from './json/index.ts';
import { nativeClass, nativeEnum } from './native.ts';
import type { NativeFunction, NativeType } from './native.ts';

export const jsonTokenType: NativeType = nativeEnum('JSONToken', [...tokenNames]);

const tokenValues = enumValues('JSONToken', tokenNames);

/** A `JSONParser`: walks through a text token by token. */
export class ApexJsonParser {
  readonly $type = 'JSONParser';
  private readonly tokens: TokenStream;
  private readonly names: (string | null)[] = [];
  current: Token | undefined;
  lastCleared: Token | undefined;

  constructor(text: string) {
    this.tokens = new TokenStream(text);
  }

  next(): Token | undefined {
    const token = this.tokens.next();
    this.current = token;
    if (begins(token)) this.names.push(null);
    else if (token?.kind.startsWith('END_')) this.names.pop();
    else if (token?.kind === 'FIELD_NAME') this.names[this.names.length - 1] = token.text;
    return token;
  }

  /** The next token that is not a field's name. */
  nextValue(): Token | undefined {
    const token = this.next();
    return token?.kind === 'FIELD_NAME' ? this.next() : token;
  }

  /** The name of the current field or, at the start of a structure, of the field that holds it. */
  get currentName(): string | null {
    return this.names.at(begins(this.current) ? -2 : -1) ?? null;
  }

  skipChildren(): void {
    if (!begins(this.current)) return;
    const depth = this.tokens.depth;
    while (this.tokens.depth >= depth) this.next();
  }

  clear(): void {
    this.lastCleared = this.current;
    this.current = undefined;
  }

  /** The current token, or the first when none was read yet. */
  required(): Token {
    const token = this.current ?? this.next();
    if (token === undefined) throw jsonException('Unexpected end-of-input');
    return token;
  }
}

function begins(token: Token | undefined): boolean {
  return token?.kind.startsWith('START_') === true;
}

function tokenValue(token: Token | undefined): ApexEnumValue | null {
  return tokenValues.find(({ name }) => name === token?.kind) ?? null;
}

/** `getIntegerValue` and its kin. */
const scalar = (type: string): NativeFunction =>
  lenient((self: ApexJsonParser) => {
    const node = readNode(self.required(), () => undefined);
    return node.kind === 'null' ? null : readScalar(node, type);
  });

const readAs =
  (strict: boolean): NativeFunction =>
  (context: ApexContext, self: ApexJsonParser, type: ApexType) => {
    const node = readNode(self.required(), () => self.next());
    return deserialize(context, node, { type: type.name, strict });
  };

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_JsonParser.htm */
export const jsonParserType: NativeType = nativeClass('JSONParser', {
  'void clearCurrentToken()': lenient((self: ApexJsonParser) => self.clear()),
  'Blob getBlobValue()': scalar('Blob'),
  'Boolean getBooleanValue()': scalar('Boolean'),
  'String getCurrentName()': lenient((self: ApexJsonParser) => self.currentName),
  'JSONToken getCurrentToken()': lenient((self: ApexJsonParser) => tokenValue(self.current)),
  'Datetime getDatetimeValue()': scalar('Datetime'),
  'Date getDateValue()': scalar('Date'),
  'Decimal getDecimalValue()': scalar('Decimal'),
  'Double getDoubleValue()': scalar('Double'),
  'Id getIdValue()': scalar('Id'),
  'Integer getIntegerValue()': scalar('Integer'),
  'JSONToken getLastClearedToken()': lenient((self: ApexJsonParser) =>
    tokenValue(self.lastCleared)
  ),
  'Long getLongValue()': scalar('Long'),
  'String getText()': lenient((self: ApexJsonParser) => self.current?.text ?? null),
  'Time getTimeValue()': scalar('Time'),
  'Boolean hasCurrentToken()': lenient((self: ApexJsonParser) => self.current !== undefined),
  'JSONToken nextToken()': lenient((self: ApexJsonParser) => tokenValue(self.next())),
  'JSONToken nextValue()': lenient((self: ApexJsonParser) => tokenValue(self.nextValue())),
  'Object readValueAs(Type type)': readAs(false),
  'Object readValueAsStrict(Type type)': readAs(true),
  'void skipChildren()': lenient((self: ApexJsonParser) => self.skipChildren())
});

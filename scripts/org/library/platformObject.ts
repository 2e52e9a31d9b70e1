import { ApexObject, textOf } from '../../apex/runtime/index.ts';

/** What `JSON.serialize` writes of an object. */
export type JsonMembers = readonly (readonly [name: string, value: unknown])[];

/** An instance of a platform class: its data in `data`, its methods in the native tables. */
export class PlatformObject<D> extends ApexObject {
  readonly data: D;
  private readonly typeName: string;
  private readonly print: ((data: D) => string) | undefined;

  /**
   * @param typeName as the native table names it: `HttpRequest`, `Database.SaveResult`
   * @param print what `toString` and `System.debug` show; by default the type's name
   */
  constructor(typeName: string, data: D, print?: (data: D) => string) {
    super();
    this.typeName = typeName;
    this.data = data;
    this.print = print;
  }

  override get $type(): string {
    return this.typeName;
  }

  override $toString = (): string => this.print?.(this.data) ?? `${this.typeName}[]`;
}

/** One that `JSON.serialize` can write. */
export class JsonObject<D> extends PlatformObject<D> {
  private readonly members: (data: D) => JsonMembers;

  constructor(typeName: string, data: D, members: (data: D) => JsonMembers) {
    super(typeName, data);
    this.members = members;
  }

  $json(): JsonMembers {
    return this.members(this.data);
  }

  /** `Database.SaveResult[getErrors=();getId=001…;isSuccess=true;]` */
  override $toString = (): string => {
    const texts = this.members(this.data).map(
      ([name, value]) => `${getter(name, value)}=${textOf(value)};`
    );
    return `${this.$type}[${texts.sort().join('')}]`;
  };
}

function getter(name: string, value: unknown): string {
  const word = typeof value === 'boolean' ? 'is' : 'get';
  return `${word}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

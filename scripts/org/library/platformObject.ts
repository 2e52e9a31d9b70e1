import { ApexObject } from '../../apex/runtime/index.ts';

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

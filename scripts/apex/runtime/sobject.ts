import { ApexException } from './exception.ts';
import type { ApexList } from './list.ts';

/** One `addError` call. */
export interface RecordError {
  /** Canonical field name; undefined for an error of the whole record. */
  readonly field: string | undefined;
  readonly message: string;
}

type Named<T> = Record<string, T>;

/** An object without a prototype, as names need it, but with fast properties, which `Object.create(null)` has not. */
const Bag = function bag() {} as unknown as new <T>() => Named<T>;
Bag.prototype = Object.create(null) as object;

/** A record: of a concrete object always, also where Apex says `SObject`. Names are canonical API names. */
export class ApexSObject {
  /** `Account`, `clazar__Listing__c`, `AggregateResult`. */
  readonly type: string;
  /**
   * Only fields that are set; a field that was set to null is there with null. The quickest way to read one where its
   * name is known is `record.fields.Name ?? record.get('Name')`.
   */
  readonly fields: Named<unknown> = new Bag<unknown>();
  /** Came from a query: reading a field that was not queried is an error then. */
  queried = false;
  /** True for `Trigger.old`, and for `Trigger.new` in after triggers. */
  readOnly = false;
  private parentRecords: Named<ApexSObject | null> | undefined = undefined;
  private childRecords: Named<ApexList> | undefined = undefined;
  private recordErrors: RecordError[] | undefined = undefined;

  constructor(type: string, fields?: Readonly<Named<unknown>>) {
    this.type = type;
    if (fields !== undefined) Object.assign(this.fields, fields);
  }

  /** Parent records by relationship name, `Account`, `clazar__Listing__r`; null when the lookup is empty. */
  get parents(): Named<ApexSObject | null> {
    return (this.parentRecords ??= new Bag());
  }

  /** Child records by relationship name. */
  get children(): Named<ApexList> {
    return (this.childRecords ??= new Bag());
  }

  /** What `addError` collected; the DML engine reads and clears it. */
  get errors(): RecordError[] {
    return (this.recordErrors ??= []);
  }

  set errors(errors: RecordError[]) {
    this.recordErrors = errors;
  }

  /**
   * The fields, to be written: `record.writable.Name = value`.
   * @throws ApexException FinalException when the record is read-only
   */
  get writable(): Named<unknown> {
    if (this.readOnly) throw new ApexException('System.FinalException', 'Record is read-only');
    return this.fields;
  }

  /**
   * A field's value as compiled Apex reads it.
   * @throws ApexException SObjectException when the record was queried without that field
   */
  get(field: string): unknown {
    const value = this.fields[field];
    if (value !== undefined) return value;
    if (this.queried) throw notQueried(this.type, field);
    return null;
  }

  /** A checkbox as compiled Apex reads it: one that was never set is false. */
  getCheckbox(field: string): unknown {
    return this.get(field) ?? false;
  }

  /** The value, or null when it is not set, whether queried or not. */
  peek(field: string): unknown {
    return this.fields[field] ?? null;
  }

  isSet(field: string): boolean {
    return this.fields[field] !== undefined;
  }

  /** @throws ApexException FinalException when the record is read-only */
  put(field: string, value: unknown): void {
    this.writable[field] = value;
  }

  /** Takes fields away, as if they had never been set. */
  unset(names: readonly string[]): void {
    for (const name of names) Reflect.deleteProperty(this.fields, name);
  }

  /** Names of the fields that are set, in order of setting. */
  setFields(): string[] {
    return Object.keys(this.fields);
  }

  get id(): string | null {
    const id = this.fields['Id'];
    return typeof id === 'string' ? id : null;
  }

  /**
   * The parent record as `record.Parent__r` reads it, or null.
   * @throws ApexException SObjectException when the record was queried without that relationship
   */
  getParent(relationship: string): ApexSObject | null {
    const parent = this.parents[relationship];
    if (parent !== undefined) return parent;
    if (this.queried) throw notQueried(this.type, relationship);
    return null;
  }

  setParent(relationship: string, parent: ApexSObject | null): void {
    if (this.readOnly) throw new ApexException('System.FinalException', 'Record is read-only');
    this.parents[relationship] = parent;
  }

  /** The child records that were queried; undefined when they were not. */
  getChildren(relationship: string): ApexList | undefined {
    return this.children[relationship];
  }

  setChildren(relationship: string, records: ApexList): void {
    this.children[relationship] = records;
  }

  /** `clone`: relationships are shared, or cloned too when `deep`. */
  copy(options: { readonly keepId: boolean; readonly deep: boolean }): ApexSObject {
    const copy = new ApexSObject(this.type, this.fields);
    if (!options.keepId) copy.unset(['Id']);
    copy.queried = this.queried && options.keepId;
    Object.assign(copy.children, this.children);
    for (const [name, parent] of Object.entries(this.parents)) {
      copy.parents[name] = options.deep && parent !== null ? parent.copy(options) : parent;
    }
    return copy;
  }
}

function notQueried(type: string, field: string): ApexException {
  return new ApexException(
    'System.SObjectException',
    `SObject row was retrieved via SOQL without querying the requested field: ${type}.${field}`
  );
}

/** One line of an Apex stack trace, as `Class.Orders.total: line 12, column 1`. */
export interface ApexFrame {
  /** `Orders.total`, `Orders.Line.<init>`, `Trigger.OrderTrigger`, `AnonymousBlock`. */
  readonly place: string;
  readonly line: number;
  readonly column: number;
}

/** One failed record of a DML call, as `getDmlMessage(i)` and its kin tell it. */
export interface DmlFailure {
  /** Position in the list that was passed to the DML call. */
  readonly index: number;
  readonly id: string | null;
  /** `REQUIRED_FIELD_MISSING` */
  readonly statusCode: string;
  readonly message: string;
  /** Canonical field names. */
  readonly fields: readonly string[];
}

/**
 * Every Apex exception: the platform's own and, as a super class, those of the project. Natives throw
 * `new ApexException('System.MathException', 'Divide by 0')`.
 */
export class ApexException extends Error {
  /** `System.NullPointerException`, `Outer.MyException`. Emitted exception classes pass theirs to `super`. */
  readonly $type: string;
  /** What `getMessage` gives; null until it is set. */
  text: string | null;
  override cause: ApexException | null;
  /** The failed records of a DmlException or EmailException. */
  dml: readonly DmlFailure[] = [];
  /** Set by the engine from the JavaScript stack and its source map, innermost first. */
  frames: readonly ApexFrame[] = [];
  /** Fields that a native exception type reads through its members. */
  readonly details: Record<string, unknown> = {};

  /**
   * @param type the full name, `System.QueryException`
   * @param text the message
   * @param cause the exception that led to this one
   */
  constructor(type: string, text: string | null = null, cause: ApexException | null = null) {
    super(text ?? '');
    this.$type = type;
    this.name = type;
    this.text = text;
    this.cause = cause;
  }

  /** `System.MathException: Divide by 0`, as debug logs and test results print it. */
  describe(): string {
    return `${this.$type}: ${this.text ?? defaultMessage}`;
  }

  /** The frames, one a line, as `getStackTraceString` gives them. */
  get stackTrace(): string {
    return this.frames.map(describeFrame).join('\n');
  }
}

/** What `getMessage` gives when an exception was made without a message. */
export const defaultMessage = 'Script-thrown exception';

function describeFrame({ place, line, column }: ApexFrame): string {
  const kind = /^(Trigger\.|AnonymousBlock)/.test(place) ? '' : 'Class.';
  return `${kind}${place}: line ${line}, column ${column}`;
}

/** `System.NullPointerException: Attempt to de-reference a null object` */
export function nullPointer(): ApexException {
  return new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
}

/** `System.NullPointerException: Argument 1 cannot be null`, of library methods. `position` counts from 1. */
export function nullArgument(position: number): ApexException {
  return new ApexException('System.NullPointerException', `Argument ${position} cannot be null`);
}

/** `System.NullPointerException: Argument cannot be null.`, of library methods that take numbers, dates and the like. */
export function nullPrimitive(): ApexException {
  return new ApexException('System.NullPointerException', 'Argument cannot be null.');
}

/** `System.TypeException`, of casts and conversions. */
export function typeException(text: string): ApexException {
  return new ApexException('System.TypeException', text);
}

/** `System.MathException` */
export function mathException(text: string): ApexException {
  return new ApexException('System.MathException', text);
}

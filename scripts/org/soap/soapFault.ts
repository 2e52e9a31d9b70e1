/** A refusal in SOAP's form. */
export class SoapFault extends Error {
  /** `INVALID_SESSION_ID`, without its prefix. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SoapFault';
    this.code = code;
  }
}

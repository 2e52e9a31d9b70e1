/** A deployment or retrieval that is refused as a whole, by the API's own code. */
export class DeployError extends Error {
  /** `INVALID_CROSS_REFERENCE_KEY`, `UNKNOWN_EXCEPTION` */
  readonly statusCode: string;

  constructor(statusCode: string, message: string) {
    super(message);
    this.name = 'DeployError';
    this.statusCode = statusCode;
  }
}

import type { ApexScalar } from './scalar.ts';

/** A `Blob`. */
export class ApexBlob implements ApexScalar {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static fromText(text: string): ApexBlob {
    return new ApexBlob(new TextEncoder().encode(text));
  }

  toKey(): string {
    return `b${this.toBase64()}`;
  }

  toText(): string {
    return `Blob[${this.bytes.length}]`;
  }

  toBase64(): string {
    return Buffer.from(this.bytes).toString('base64');
  }

  /** As UTF-8; undefined when the bytes are not UTF-8. */
  text(): string | undefined {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes);
    } catch {
      return undefined;
    }
  }
}

import { ApexException, hashText } from '../runtime/index.ts';
import { method, statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeFunction, NativeType } from './native.ts';

/** A `Url`, taken apart as java.net.URL does: nothing is encoded or normalised. */
export class ApexUrl {
  readonly $type = 'Url';
  readonly text: string;
  readonly protocol: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;

  /** @throws ApexException `System.StringException: no protocol: …` */
  constructor(text: string) {
    const match = /^([a-zA-Z][\w+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(
      text.trim()
    );
    if (match === null) throw new ApexException('System.StringException', `no protocol: ${text}`);
    this.text = text.trim();
    this.protocol = (match[1] ?? '').toLowerCase();
    this.authority = match[2] ?? '';
    this.path = match[3] ?? '';
    this.query = match[4] ?? null;
    this.ref = match[5] ?? null;
  }

  get userInfo(): string | null {
    const end = this.authority.lastIndexOf('@');
    return end === -1 ? null : this.authority.slice(0, end);
  }

  get host(): string {
    return this.hostAndPort[0];
  }

  /** -1 when it is not told. */
  get port(): number {
    return this.hostAndPort[1] === '' ? -1 : Number(this.hostAndPort[1]);
  }

  get file(): string {
    return this.query === null ? this.path : `${this.path}?${this.query}`;
  }

  get defaultPort(): number {
    return defaultPorts[this.protocol] ?? -1;
  }

  $toString(): string {
    return this.text;
  }

  $hashCode(): number {
    return hashText(this.text);
  }

  $equals(other: unknown): boolean {
    return other instanceof ApexUrl && sameFile(this, other) && this.ref === other.ref;
  }

  private get hostAndPort(): [host: string, port: string] {
    const address = this.authority.slice(this.authority.lastIndexOf('@') + 1);
    const match = /^(\[.*\]|[^:]*)(?::(\d*))?$/.exec(address);
    return [match?.[1] ?? address, match?.[2] ?? ''];
  }
}

const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

const part = (read: (url: ApexUrl) => unknown): NativeFunction => method(read);

/**
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_url.htm
 * The addresses of the org itself are in the org's own part of the library.
 */
export const urlType: NativeType = nativeClass('Url', {
  'new(String spec)': statics((spec: string) => new ApexUrl(spec)),
  'new(Url context, String spec)': statics(
    (context: ApexUrl, spec: string) => new ApexUrl(new URL(spec, context.text).href)
  ),
  'new(String protocol, String host, String file)': statics(
    (protocol: string, host: string, file: string) => new ApexUrl(`${protocol}://${host}${file}`)
  ),
  'new(String protocol, String host, Integer port, String file)': statics(
    (protocol: string, host: string, ...[port, file]: [number, string]) =>
      new ApexUrl(`${protocol}://${host}:${port}${file}`)
  ),
  'String getAuthority()': part(({ authority }) => authority),
  'Integer getDefaultPort()': part(({ defaultPort }) => defaultPort),
  'String getFile()': part(({ file }) => file),
  'String getHost()': part(({ host }) => host),
  'String getPath()': part(({ path }) => path),
  'Integer getPort()': part(({ port }) => port),
  'String getProtocol()': part(({ protocol }) => protocol),
  'String getQuery()': part(({ query }) => query),
  'String getRef()': part(({ ref }) => ref),
  'String getUserInfo()': part(({ userInfo }) => userInfo),
  'Boolean sameFile(Url other)': method(sameFile),
  'String toExternalForm()': part(({ text }) => text),
  'String toString()': part(({ text }) => text)
});

function sameFile(left: ApexUrl, right: ApexUrl): boolean {
  const key = (url: ApexUrl): string =>
    [
      url.protocol,
      url.host.toLowerCase(),
      url.port === -1 ? url.defaultPort : url.port,
      url.file
    ].join(' ');
  return key(left) === key(right);
}

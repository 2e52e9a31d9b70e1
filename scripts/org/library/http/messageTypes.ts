import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexBlob, ApexList, nullArgument } from '../../../apex/runtime/index.ts';
import { newRequest, newResponse } from './message.ts';
import type { ApexHttpRequest, ApexHttpResponse } from './message.ts';

type Message = ApexHttpRequest | ApexHttpResponse;

const sharedMembers: NativeMembers = {
  'String getBody()': (_context: ApexContext, self: Message) =>
    new TextDecoder().decode(self.data.body),
  'Blob getBodyAsBlob()': (_context: ApexContext, self: Message) => new ApexBlob(self.data.body),
  'void setBody(String body)': (_context: ApexContext, self: Message, body: string | null) => {
    self.data.body = new TextEncoder().encode(given(body));
  },
  'void setBodyAsBlob(Blob body)': (
    _context: ApexContext,
    self: Message,
    body: ApexBlob | null
  ) => {
    self.data.body = given(body).bytes;
  },
  'String getHeader(String name)': (_context: ApexContext, self: Message, name: string | null) =>
    self.data.headers.get(given(name)),
  'void setHeader(String name, String value)': (
    _context: ApexContext,
    self: Message,
    ...[name, value]: (string | null)[]
  ) => self.data.headers.set(given(name ?? null), value ?? 'null'),
  'String toString()': (_context: ApexContext, self: Message) => self.$toString()
};

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_http_httprequest.htm */
export const httpRequest = nativeClass('HttpRequest', {
  'new()': () => newRequest(),
  ...sharedMembers,
  'String getMethod()': (_context: ApexContext, self: ApexHttpRequest) => self.data.method,
  'void setMethod(String method)': (
    _context: ApexContext,
    self: ApexHttpRequest,
    method: string | null
  ) => {
    self.data.method = given(method);
  },
  'String getEndpoint()': (_context: ApexContext, self: ApexHttpRequest) => self.data.endpoint,
  'void setEndpoint(String endpoint)': (
    _context: ApexContext,
    self: ApexHttpRequest,
    endpoint: string | null
  ) => {
    self.data.endpoint = given(endpoint);
  },
  'void setTimeout(Integer milliseconds)': (
    _context: ApexContext,
    self: ApexHttpRequest,
    milliseconds: number | null
  ) => {
    self.data.timeout = given(milliseconds);
  },
  'Boolean getCompressed()': (_context: ApexContext, self: ApexHttpRequest) => self.data.compressed,
  'void setCompressed(Boolean flag)': (
    _context: ApexContext,
    self: ApexHttpRequest,
    flag: boolean | null
  ) => {
    self.data.compressed = given(flag);
  },
  'void setClientCertificateName(String name)': (
    _context: ApexContext,
    self: ApexHttpRequest,
    name: string | null
  ) => {
    self.data.certificate = name;
  }
});

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_http_httpresponse.htm */
export const httpResponse = nativeClass('HttpResponse', {
  'new()': () => newResponse(),
  ...sharedMembers,
  'List<String> getHeaderKeys()': (_context: ApexContext, self: ApexHttpResponse) =>
    new ApexList('String', self.data.headers.names()),
  'String getStatus()': (_context: ApexContext, self: ApexHttpResponse) => self.data.status,
  'void setStatus(String status)': (
    _context: ApexContext,
    self: ApexHttpResponse,
    status: string | null
  ) => {
    self.data.status = status;
  },
  'Integer getStatusCode()': (_context: ApexContext, self: ApexHttpResponse) =>
    self.data.statusCode,
  'void setStatusCode(Integer code)': (
    _context: ApexContext,
    self: ApexHttpResponse,
    code: number | null
  ) => {
    self.data.statusCode = given(code);
  }
});

function given<T>(value: T | null): T {
  if (value === null) throw nullArgument(1);
  return value;
}

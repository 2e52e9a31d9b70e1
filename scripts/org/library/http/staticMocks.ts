import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexException } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { Headers, newResponse } from './message.ts';
import type { ApexHttpRequest, ApexHttpResponse } from './message.ts';

interface MockData {
  /** Names of static resources by URL; the key '' is for any URL. */
  readonly resources: Map<string, string>;
  readonly headers: Headers;
  status: string;
  statusCode: number;
}

type StaticMock = PlatformObject<MockData>;

const types = ['StaticResourceCalloutMock', 'MultiStaticResourceCalloutMock'];

function newMock(type: string): StaticMock {
  return new PlatformObject(type, {
    resources: new Map(),
    headers: new Headers(),
    status: 'OK',
    statusCode: 200
  });
}

const sharedMembers: NativeMembers = {
  'void setHeader(String name, String value)': (
    _context: ApexContext,
    self: StaticMock,
    ...[name = '', value = '']: string[]
  ) => self.data.headers.set(name, value),
  'void setStatus(String status)': (_context: ApexContext, self: StaticMock, status: string) => {
    self.data.status = status;
  },
  'void setStatusCode(Integer code)': (_context: ApexContext, self: StaticMock, code: number) => {
    self.data.statusCode = code;
  }
};

export const staticResourceCalloutMock = nativeClass(
  'StaticResourceCalloutMock',
  {
    'new()': () => newMock('StaticResourceCalloutMock'),
    ...sharedMembers,
    'void setStaticResource(String name)': (
      _context: ApexContext,
      self: StaticMock,
      name: string
    ) => {
      self.data.resources.set('', name);
    }
  },
  { interfaces: ['HttpCalloutMock'] }
);

export const multiStaticResourceCalloutMock = nativeClass(
  'MultiStaticResourceCalloutMock',
  {
    'new()': () => newMock('MultiStaticResourceCalloutMock'),
    ...sharedMembers,
    'void setStaticResource(String url, String name)': (
      _context: ApexContext,
      self: StaticMock,
      ...[url = '', name = '']: string[]
    ) => {
      self.data.resources.set(url, name);
    }
  },
  { interfaces: ['HttpCalloutMock'] }
);

/** The answer of one of the two mocks above; undefined for a mock of the project. */
export function answerFromStaticResource(
  context: ApexContext,
  mock: unknown,
  request: ApexHttpRequest
): ApexHttpResponse | undefined {
  if (!(mock instanceof PlatformObject) || !types.includes(mock.$type)) return undefined;
  // Only `newMock` makes objects of these types.
  const { resources, headers, status, statusCode } = mock.data as MockData;
  const name = resources.get(request.data.endpoint ?? '') ?? resources.get('');
  const body = name === undefined ? undefined : hostOf(context).services.facts.staticResource(name);
  if (body === undefined) {
    throw new ApexException('System.CalloutException', `Static resource not found: ${name}`);
  }
  return newResponse({ headers, status, statusCode, body });
}

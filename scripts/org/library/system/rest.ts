import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexBlob, ApexMap } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { properties } from '../properties.ts';
import type { Properties, PropertyObject } from '../properties.ts';

type Fields = Properties;
type Message = PropertyObject;

function stringMap(): ApexMap {
  return new ApexMap('String', 'String');
}

/** A `RestRequest`, empty or with what came over HTTP. */
export function newRestRequest(fields: Fields = {}): Message {
  return new PlatformObject<Fields>('RestRequest', {
    headers: stringMap(),
    params: stringMap(),
    requestBody: new ApexBlob(new Uint8Array()),
    ...fields
  });
}

export function newRestResponse(): Message {
  return new PlatformObject<Fields>('RestResponse', { headers: stringMap(), statusCode: null });
}

function contextProperty(type: string, name: 'request' | 'response'): NativeMembers {
  return {
    [`static ${type} ${name}`]: ({ host }: ApexContext) =>
      hostOf({ host }).transaction.rest?.[name] ?? null,
    [`set static ${type} ${name}`]: ({ host }: ApexContext, value: unknown) => {
      const { transaction } = hostOf({ host });
      transaction.rest = { request: null, response: null, ...transaction.rest, [name]: value };
    }
  };
}

/** Apex REST: https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_context.htm */
export const restTypes = [
  nativeClass('RestContext', {
    ...contextProperty('RestRequest', 'request'),
    ...contextProperty('RestResponse', 'response')
  }),
  nativeClass('RestRequest', {
    'new()': () => newRestRequest(),
    ...properties({
      headers: 'Map<String, String>',
      httpMethod: 'String',
      params: 'Map<String, String>',
      remoteAddress: 'String',
      requestBody: 'Blob',
      requestURI: 'String',
      resourcePath: 'String'
    }),
    'void addHeader(String name, String value)': (
      _context: ApexContext,
      self: Message,
      ...[name, value]: string[]
    ) => (self.data['headers'] as ApexMap).put(name, value),
    'void addParameter(String name, String value)': (
      _context: ApexContext,
      self: Message,
      ...[name, value]: string[]
    ) => (self.data['params'] as ApexMap).put(name, value)
  }),
  nativeClass('RestResponse', {
    'new()': () => newRestResponse(),
    ...properties({
      headers: 'Map<String, String>',
      responseBody: 'Blob',
      statusCode: 'Integer'
    }),
    'void addHeader(String name, String value)': (
      _context: ApexContext,
      self: Message,
      ...[name, value]: string[]
    ) => (self.data['headers'] as ApexMap).put(name, value)
  })
];

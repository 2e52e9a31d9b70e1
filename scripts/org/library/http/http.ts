import { nativeClass, nativeInterface } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { PlatformObject } from '../platformObject.ts';
import type { ApexHttpRequest } from './message.ts';
import { send } from './send.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_http_http.htm */
export const http = nativeClass('Http', {
  'new()': () => new PlatformObject('Http', {}),
  'HttpResponse send(HttpRequest request)': (
    context: ApexContext,
    _self: unknown,
    request: ApexHttpRequest | null
  ) => send(context, request),
  'String toString()': () => 'Http'
});

export const httpCalloutMock = nativeInterface('HttpCalloutMock', [
  'HttpResponse respond(HttpRequest request)'
]);

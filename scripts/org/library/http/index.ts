import { http, httpCalloutMock } from './http.ts';
import { httpRequest, httpResponse } from './messageTypes.ts';
import { multiStaticResourceCalloutMock, staticResourceCalloutMock } from './staticMocks.ts';

/** HTTP callouts and their mocks. */
export const httpTypes = [
  http,
  httpRequest,
  httpResponse,
  httpCalloutMock,
  staticResourceCalloutMock,
  multiStaticResourceCalloutMock
];

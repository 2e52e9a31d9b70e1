import { clerk } from './httpOrg.ts';
import type { HttpCall, HttpOrg } from './httpOrg.ts';

/** What a client asks of a server. */
export type Method = Parameters<HttpOrg['call']>[0];
type Row = readonly [what: string, method: Method, path: string, request: HttpCall, answer: object];

/** A request whose body is JSON, or says that it is. */
export const text = (body: string): HttpCall => ({
  body,
  headers: { 'content-type': 'application/json' }
});
/** An answer as the data resources refuse. */
export const refused = (status: number, errorCode: string): object => ({
  status,
  body: [{ errorCode }]
});
export const orders = '/sobjects/Order__c';
const records = { records: [{ attributes: { type: 'Order__c' }, Name: 'One' }] };

/** What clients do wrong, and how that is answered. */
export const mistakes: readonly Row[] = [
  [
    'JSON that ends too early',
    'POST',
    orders,
    text('{"Name": '),
    refused(400, 'JSON_PARSER_ERROR')
  ],
  ['JSON that is a list', 'POST', orders, text('[]'), refused(400, 'JSON_PARSER_ERROR')],
  ['JSON that is null', 'POST', orders, text('null'), refused(400, 'JSON_PARSER_ERROR')],
  ['no body', 'POST', orders, {}, refused(400, 'JSON_PARSER_ERROR')],
  [
    'an object for a text',
    'POST',
    orders,
    { body: { Name: { a: 1 } } },
    refused(400, 'INVALID_FIELD')
  ],
  ['a list for a text', 'POST', orders, { body: { Name: [1] } }, refused(400, 'JSON_PARSER_ERROR')],
  ['a field that is none', 'POST', orders, { body: { Nmae: 'x' } }, refused(400, 'INVALID_FIELD')],
  [
    'a prototype for a field',
    'POST',
    orders,
    text('{"__proto__": {"Name": "x"}, "Name": "One", "constructor": 1}'),
    refused(400, 'INVALID_FIELD')
  ],
  [
    'a text for a number',
    'POST',
    orders,
    { body: { Name: 'x', Amount__c: 'many' } },
    { status: 400 }
  ],
  [
    'a text that is too long',
    'POST',
    orders,
    { body: { Name: 'x', Note__c: 'y'.repeat(81) } },
    refused(400, 'STRING_TOO_LONG')
  ],
  [
    'an id that is none',
    'POST',
    orders,
    { body: { Name: 'x', Parent__c: 'nonsense' } },
    { status: 400 }
  ],
  [
    'a parent that is not there',
    'POST',
    orders,
    { body: { Name: 'x', Parent__r: { Code__c: 'none' } } },
    { status: 400 }
  ],
  [
    'XML where JSON is taken',
    'POST',
    orders,
    { body: '<a/>', headers: { 'content-type': 'application/xml' } },
    refused(400, 'XML_PARSER_ERROR')
  ],
  [
    'an unknown kind of body',
    'POST',
    orders,
    { body: 'x', headers: { 'content-type': 'text/strange' } },
    refused(415, 'UNSUPPORTED_MEDIA_TYPE')
  ],
  [
    'gzip that is none',
    'POST',
    orders,
    {
      body: 'no gzip',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    },
    { status: 400 }
  ],
  [
    'a record that is not there',
    'GET',
    `${orders}/a00000000000009AAA`,
    {},
    refused(404, 'NOT_FOUND')
  ],
  ['an id of no form', 'GET', `${orders}/nonsense`, {}, { status: 404 }],
  [
    'a quote for an id',
    'GET',
    `${orders}/${encodeURIComponent("' OR Name != '")}`,
    {},
    { status: 404 }
  ],
  [
    'a change of what is not there',
    'PATCH',
    `${orders}/a00000000000009AAA`,
    { body: { Name: 'x' } },
    { status: 404 }
  ],
  [
    'a change of an id of no form',
    'PATCH',
    `${orders}/nonsense`,
    { body: { Name: 'x' } },
    { status: 404 }
  ],
  ['a delete of what is not there', 'DELETE', `${orders}/a00000000000009AAA`, {}, { status: 404 }],
  ['an object that is none', 'GET', '/sobjects/Nothing__c', {}, refused(404, 'NOT_FOUND')],
  [
    'SOQL in a field list',
    'GET',
    `/sobjects/User/${clerk}?fields=Id%20FROM%20User--`,
    {},
    refused(400, 'INVALID_FIELD')
  ],
  ['a resource that is none', 'GET', '/nothing', {}, refused(404, 'NOT_FOUND')],
  ['a method that is not taken', 'PUT', '/limits', {}, refused(405, 'METHOD_NOT_ALLOWED')],
  ['no query', 'GET', '/query', {}, refused(400, 'MALFORMED_QUERY')],
  ['SOQL that is none', 'GET', '/query?q=SELEC+Id', {}, refused(400, 'MALFORMED_QUERY')],
  [
    'SOQL with an open quote',
    'GET',
    "/query?q=SELECT+Id+FROM+User+WHERE+Name='",
    {},
    refused(400, 'MALFORMED_QUERY')
  ],
  [
    'SOQL of an unknown object',
    'GET',
    '/query?q=SELECT+Id+FROM+Nothing',
    {},
    refused(400, 'INVALID_TYPE')
  ],
  [
    'SOQL of an unknown field',
    'GET',
    '/query?q=SELECT+Nmae+FROM+User',
    {},
    refused(400, 'INVALID_FIELD')
  ],
  [
    'SQL behind SOQL',
    'GET',
    '/query?q=SELECT+Id+FROM+User;DROP+TABLE+User',
    {},
    refused(400, 'MALFORMED_QUERY')
  ],
  [
    'a very deep condition',
    'GET',
    `/query?q=SELECT+Id+FROM+User+WHERE+${'('.repeat(400)}Name='x'${')'.repeat(400)}`,
    {},
    refused(400, 'MALFORMED_QUERY')
  ],
  ['a locator of nobody', 'GET', '/query/01gxxx-2000', {}, refused(400, 'INVALID_QUERY_LOCATOR')],
  ['SOSL that is none', 'GET', '/search?q=LOOK', {}, { status: 400 }],
  ['no search', 'GET', '/search', {}, refused(400, 'MALFORMED_SEARCH')],
  ['an explain of nothing', 'GET', '/query?explain=nonsense', {}, refused(400, 'MALFORMED_QUERY')],
  [
    'a collection without records',
    'POST',
    '/composite/sobjects',
    { body: {} },
    refused(400, 'JSON_PARSER_ERROR')
  ],
  [
    'a collection of texts',
    'POST',
    '/composite/sobjects',
    { body: { records: ['x'] } },
    refused(400, 'JSON_PARSER_ERROR')
  ],
  [
    'a collection without a type',
    'POST',
    '/composite/sobjects',
    { body: { records: [{ Name: 'x' }] } },
    refused(400, 'JSON_PARSER_ERROR')
  ],
  [
    'an upsert of a collection by no key',
    'PATCH',
    '/composite/sobjects/Order__c/Note__c',
    { body: records },
    { status: 404 }
  ],
  [
    'a delete of ids of no object',
    'DELETE',
    '/composite/sobjects?ids=zzz000000000000',
    {},
    refused(400, 'MALFORMED_ID')
  ],
  [
    'a delete of no ids',
    'DELETE',
    '/composite/sobjects',
    {},
    { status: expect.any(Number) as number }
  ],
  [
    'a tree without references',
    'POST',
    '/composite/tree/Order__c',
    { body: records },
    refused(400, 'JSON_PARSER_ERROR')
  ],
  [
    'graphs that are none',
    'POST',
    '/composite/graph',
    { body: { graphs: {} } },
    refused(400, 'JSON_PARSER_ERROR')
  ],
  [
    'a batch that is none',
    'POST',
    '/composite/batch',
    { body: { batchRequests: [1] } },
    refused(400, 'JSON_PARSER_ERROR')
  ],
  ['a job that is none', 'GET', '/jobs/ingest/750000000000999AAA', {}, refused(404, 'NOT_FOUND')],
  [
    'a record of no object over the UI API',
    'GET',
    '/ui-api/records/zzz000000000000AAA?fields=X.Y',
    {},
    { status: 404 }
  ],
  [
    'a UI API record without fields',
    'POST',
    '/ui-api/records',
    { body: { apiName: 'Order__c' } },
    { status: 400 }
  ],
  [
    'an object that is none over the UI API',
    'GET',
    '/ui-api/object-info/Nothing',
    {},
    { status: 404 }
  ],
  [
    'an action that is none',
    'POST',
    '/actions/custom/apex/Nope',
    { body: { inputs: [] } },
    { status: 404 }
  ]
];

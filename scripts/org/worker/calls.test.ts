import type { DmlRecord } from '../dml/index.ts';
import { coreCalls } from './calls.ts';
import type { CoreCalls } from './calls.ts';
import { apexBench } from './testing/apexBench.ts';
import type { ApexBench } from './testing/apexBench.ts';

let bench: ApexBench;
let calls: CoreCalls;

beforeAll(async () => {
  bench = await apexBench({
    'Offers.cls': `@RestResource(urlMapping='/offers/*')
    global class Offers {
      global class Answer { public String name; public Integer size; }
      @HttpGet
      global static Answer find() {
        Answer answer = new Answer();
        answer.name = RestContext.request.requestURI.substringAfterLast('/');
        answer.size = Integer.valueOf(RestContext.request.params.get('size'));
        return answer;
      }
      @HttpPost
      global static void create(String name, Decimal amount) {
        insert new Account(Name = name, AnnualRevenue = amount);
        RestContext.response.statusCode = 201;
        RestContext.response.addHeader('Location', '/offers/' + name);
      }
    }`,
    'Discount.cls': `global class Discount {
      global class Request {
        @InvocableVariable(required=true) global Decimal amount;
        @InvocableVariable global List<String> notes;
      }
      global class Result { @InvocableVariable global Decimal price; @InvocableVariable global Integer notes; }
      @InvocableMethod(label='Discount')
      global static List<Result> apply(List<Request> requests) {
        List<Result> results = new List<Result>();
        for (Request request : requests) {
          Result result = new Result();
          result.price = request.amount * 0.9;
          result.notes = request.notes?.size();
          results.add(result);
        }
        return results;
      }
    }`
  });
  calls = coreCalls(bench.core);
});

afterAll(() => bench.close());

const noBody = new Uint8Array();

test('should answer a GET of an Apex REST class as JSON', () => {
  const request = {
    method: 'GET',
    path: '/offers/blue',
    parameters: { size: '3' },
    headers: {},
    body: noBody
  };

  const { statusCode, body } = calls.apexRest(bench.userId, request);

  expect(statusCode).toBe(200);
  expect(JSON.parse(new TextDecoder().decode(body))).toEqual({ name: 'blue', size: 3 });
});

test('should hand the members of a body to a POST method, and take status and headers from it', () => {
  const body = new TextEncoder().encode('{"name":"Rest","amount":125}');
  const request = { method: 'POST', path: '/offers/', parameters: {}, headers: {}, body };

  const answer = calls.apexRest(bench.userId, request);

  expect(answer).toMatchObject({ statusCode: 201, headers: { Location: '/offers/Rest' } });
  expect(
    bench.run(
      `System.debug([SELECT AnnualRevenue FROM Account WHERE Name = 'Rest'].AnnualRevenue);`
    )
  ).toEqual(['125']);
});

test('should call an invocable method once for all inputs', () => {
  const inputs = [{ amount: 10 }, { amount: 20, notes: ['a', 'b'] }];

  expect(calls.invokeAction(bench.userId, { className: 'Discount', inputs })).toEqual([
    { outputs: { price: 9, notes: null } },
    { outputs: { price: 18, notes: 2 } }
  ]);
});

test('should let Apex call an action by its name', () => {
  const apex = `
    Invocable.Action action = Invocable.Action.createCustomAction('apex', 'Discount');
    action.setInvocationParameter('amount', 50.0);
    Invocable.Action.Result result = action.invoke()[0];
    System.debug(result.isSuccess() + ' ' + result.getOutputParameters().get('price'));`;

  expect(bench.run(apex)).toEqual(['true 45.00']);
});

test('should save what can be saved for an API, in the order given', () => {
  const records: DmlRecord[] = [
    { object: 'Account', values: {} },
    { object: 'Account', values: { Name: 'By API' } }
  ];

  const results = calls.save(bench.userId, {
    operation: 'insert',
    records,
    allOrNone: false,
    accessLevel: 'user',
    sharing: true
  });

  expect(results.map(({ success }) => success)).toEqual([false, true]);
});

import { notFound, RestError } from '../restError.ts';
import { ok, parameter } from '../routes/route.ts';
import type { RestAnswer, RestCall, Route } from '../routes/route.ts';
import { described, invoke, listed, readInputs } from './action.ts';
import type { Action } from './action.ts';
import { standardActions } from './standardActions.ts';

/** The platform's own actions: https://developer.salesforce.com/docs/platform/api-rest/guide/resources-actions-invocable-standard.html */
export const standardActionRoutes: readonly Route[] = [
  { method: 'GET', path: '/actions/standard', handle: (call) => Promise.resolve(list(call)) },
  {
    method: 'GET',
    path: '/actions/standard/:name',
    handle: (call) => Promise.resolve(ok(described(requireAction(call))))
  },
  { method: 'POST', path: '/actions/standard/:name', handle: run }
];

function list(call: RestCall): RestAnswer {
  return ok({ actions: standardActions.map((action) => listed(call, action, 'standard')) });
}

/** Actions that every org has and this one cannot do. */
const unsupported = ['chatterPost', 'quickCreate', 'submit', 'knowledgePublish', 'emailAlert'];

function requireAction(call: RestCall): Action {
  const wanted = parameter(call, 'name').toLowerCase();
  const action = standardActions.find(({ name }) => name.toLowerCase() === wanted);
  if (action !== undefined) return action;
  const known = unsupported.find((name) => name.toLowerCase() === wanted);
  if (known === undefined) throw notFound();
  throw new RestError(400, {
    errorCode: 'FUNCTIONALITY_NOT_ENABLED',
    message: `The action ${known} is not supported by the local org.`
  });
}

function run(call: RestCall): Promise<RestAnswer> {
  const action = requireAction(call);
  const inputs = readInputs(call);
  return invoke(action, inputs, () =>
    call.org.standardAction(call.userId, { name: action.name, inputs })
  );
}

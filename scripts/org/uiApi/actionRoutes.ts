import type { ObjectDefinition } from '../../apex/index.ts';
import { ok, parameter, requireObject } from '../rest/index.ts';
import type { Json, RestAnswer, RestCall, Route } from '../rest/index.ts';
import type { AccessPolicy } from '../session/types.ts';
import { objectOfId } from './recordReader.ts';

/** Buttons of records and objects: https://developer.salesforce.com/docs/platform/ui-api/guide/actions.html */
export const actionRoutes: readonly Route[] = [
  { method: 'GET', path: '/ui-api/actions/record/:ids', handle: ofRecords },
  { method: 'GET', path: '/ui-api/actions/object/:objects', handle: ofObjects }
];

type Right = 'canCreate' | 'canEdit' | 'canDelete';

interface Button {
  readonly apiName: string;
  readonly label: string;
  readonly right: Right;
}

const recordButtons: readonly Button[] = [
  { apiName: 'Edit', label: 'Edit', right: 'canEdit' },
  { apiName: 'Delete', label: 'Delete', right: 'canDelete' },
  { apiName: 'Clone', label: 'Clone', right: 'canCreate' }
];
const objectButtons: readonly Button[] = [{ apiName: 'New', label: 'New', right: 'canCreate' }];

async function ofRecords(call: RestCall): Promise<RestAnswer> {
  const policy = await call.org.policy(call.userId);
  const actions = parameter(call, 'ids')
    .split(',')
    .map((id): [string, Json] => {
      const object = objectOfId(call, id);
      return [id, { actions: buttons(recordButtons, { object, policy, target: id }) }];
    });
  return ok({ actions: Object.fromEntries(actions) });
}

async function ofObjects(call: RestCall): Promise<RestAnswer> {
  const policy = await call.org.policy(call.userId);
  const actions = parameter(call, 'objects')
    .split(',')
    .map((name): [string, Json] => {
      const object = requireObject(call.org.schema, name);
      return [
        object.name,
        { actions: buttons(objectButtons, { object, policy, target: object.name }) }
      ];
    });
  return ok({ actions: Object.fromEntries(actions) });
}

interface ButtonPlace {
  readonly object: ObjectDefinition;
  readonly policy: AccessPolicy;
  readonly target: string;
}

/** Only those that the user may press. */
function buttons(list: readonly Button[], { object, policy, target }: ButtonPlace): Json[] {
  const allowed = list.filter(({ right }) => policy[right](object.name));
  return allowed.map(({ apiName, label }) => ({
    actionListContext: target === object.name ? 'ListView' : 'Record',
    actionTarget: null,
    actionTargetType: 'StandardButton',
    apiName,
    iconUrl: null,
    isMassAction: false,
    label,
    primaryIcon: null,
    sourceObject: target,
    subtype: null,
    targetObject: object.name,
    targetUrl: null,
    type: 'StandardButton'
  }));
}

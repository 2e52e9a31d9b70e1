import type { DmlContext, TriggerPort } from '../dml/index.ts';
import { apexTriggers } from '../runtime/index.ts';
import type { OrgHost, OrgServices, Transaction } from '../runtime/index.ts';
import { automatedProcess, localUserId } from '../setup/index.ts';
import { recordFormulas } from '../formula/index.ts';
import type { OrgFormulas } from '../formula/index.ts';
import { recordAccess } from '../sharing/index.ts';
import type { Policies } from './policies.ts';

type DmlServices = Pick<
  OrgServices,
  'dmlContext' | 'forgetPolicies' | 'rules' | 'access' | 'automatedProcessId'
>;

interface DmlParts {
  readonly policies: Policies;
  readonly formulas: OrgFormulas;
}

/** What DML needs, made for each call: the user of the moment, the org's triggers, flows and rules. */
export function dmlContexts(host: OrgHost, { policies, formulas }: DmlParts): DmlServices {
  let triggers: TriggerPort | undefined;
  return {
    forgetPolicies: policies.forget,
    automatedProcessId: localUserId(automatedProcess.username),
    rules: ({ user, policy }) => {
      const { schema, store, clock } = host.services;
      return recordFormulas({ schema, store, formulas, user, policy, now: clock.now() });
    },
    access: ({ user, policy }) => recordAccess(host.services, user, policy),
    dmlContext: (transaction) => {
      triggers ??= apexTriggers(host);
      return contextFor(host, transaction, triggers);
    }
  };
}

function contextFor(host: OrgHost, transaction: Transaction, triggers: TriggerPort): DmlContext {
  const { services } = host;
  const { schema, store, clock, plans } = services;
  return {
    schema,
    store,
    clock,
    plans,
    user: transaction.user,
    policy: transaction.policy,
    transaction: transaction.dml,
    limits: transaction.limits,
    origin: 'apex',
    triggers,
    flows: services.flows.records,
    rules: services.rules(transaction),
    access: services.access(transaction),
    events: { publish: (object, row) => services.jobs.publish(object, row) }
  };
}

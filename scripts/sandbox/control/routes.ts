import { asText } from '../json.ts';
import type { FastifyInstance } from 'fastify';

import { checkedBody, objectBody } from '../http/body.ts';
import { invalid } from '../http/errors.ts';
import { decisions, registrationEvents } from '../lifecycle/index.ts';
import type { SandboxControl } from './control.ts';
import { collectionNamed, recordIn } from './control.ts';
import { faultIn } from './faultBody.ts';

/** Where the control face is, on the same port, when it is asked for. */
export const controlPrefix = '/_control';

const units: Readonly<Record<string, number>> = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000
};

/** The control face over HTTP, for demonstrations and tests in another process. */
export function controlRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.get(`${controlPrefix}/requests`, () => ({ requests: control.requests() }));
  app.post(`${controlPrefix}/faults`, ({ body }, reply) => {
    control.addFault(faultIn(body));
    return reply.code(201).send({ detail: 'The fault waits for its request.' });
  });
  app.delete(`${controlPrefix}/faults`, () => {
    control.clearFaults();
    return { detail: 'No fault waits.' };
  });
  app.post(`${controlPrefix}/reset`, () => {
    control.reset();
    return { detail: 'The data is as at first.' };
  });
  app.post(`${controlPrefix}/advance`, ({ body }) => {
    control.advance(duration(body));
    return { detail: 'Time has passed.' };
  });
  recordRoutes(app, control);
  reviewRoute(app, control);
}

function reviewRoute(app: FastifyInstance, control: SandboxControl): void {
  app.post(`${controlPrefix}/review`, ({ body }) => {
    const { id, decision } = objectBody(body);
    const all = [...decisions, ...registrationEvents];
    const known = all.find((candidate) => candidate === decision);
    const message = `Must be one of ${all.join(', ')}.`;
    if (!known) throw invalid({ field: 'decision', code: 'invalid', message });
    return control.review(asText(id), known);
  });
}

function recordRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.get(`${controlPrefix}/records`, () => ({ ...control.snapshot() }));
  app.post(`${controlPrefix}/records`, ({ body }) => {
    const object = objectBody(body);
    return control.putRecord(collectionNamed(object['resource']), recordIn(object));
  });
  app.delete(`${controlPrefix}/records`, ({ body }) => {
    const object = objectBody(body);
    control.deleteRecord(collectionNamed(object['resource']), asText(object['id']));
    return { detail: 'The record is gone.' };
  });
}

/** A time such as `{"days": 3, "hours": 1}` in milliseconds. */
function duration(body: unknown): number {
  const isAmount = (value: unknown): string | undefined =>
    typeof value === 'number' && value >= 0 ? undefined : 'Must be a number of at least 0.';
  const fields = Object.fromEntries(Object.keys(units).map((unit) => [unit, isAmount]));
  const parts = Object.entries(checkedBody(body, { fields }));
  const message = `Name a time in ${Object.keys(units).join(', ')}.`;
  if (parts.length === 0) throw invalid({ field: 'body', code: 'required', message });
  return parts.reduce((sum, [unit, amount]) => sum + Number(amount) * (units[unit] ?? 0), 0);
}

import { setTimeout as wait } from 'node:timers/promises';
import {
  isPlainObject,
  jsonOf,
  malformedBody,
  notFound,
  ok,
  parameter,
  readMultipart,
  RestError
} from '../rest/index.ts';
import type { RestAnswer, RestCall, Route } from '../rest/index.ts';
import { DeployError } from './deployError.ts';
import type { MetadataService } from './metadataService.ts';
import { requireMetadataRights } from './permissions.ts';
import { testLevels } from './types.ts';
import type { DeployOptions, DeployResult } from './types.ts';

const path = '/metadata/deployRequest';
const patienceMilliseconds = 3000;

/** Deployments by REST: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm */
export function createDeployRoutes({ deployments, org }: MetadataService): readonly Route[] {
  const guarded = guardedBy(org);
  return [
    {
      method: 'POST',
      path,
      handle: guarded(async (call) => {
        const isUpload = Buffer.isBuffer(call.body);
        const id =
          !isUpload && isPlainObject(call.body)
            ? deployments.quick(call.userId, validationId(call.body))
            : deployments.start(call.userId, ...upload(call));
        const patience = wait(patienceMilliseconds, undefined, { ref: false });
        await Promise.race([deployments.finished(id), patience]);
        return {
          status: 201,
          body: { id, deployOptions: optionsOf(deployments.status(id)), deployResult: null }
        };
      })
    },
    {
      method: 'GET',
      path: `${path}/:id`,
      handle: guarded((call) => {
        const result = deployments.status(parameter(call, 'id'));
        return Promise.resolve(ok(answerOf(result, call.query['includeDetails'] === 'true')));
      })
    },
    {
      method: 'PATCH',
      path: `${path}/:id`,
      handle: guarded((call) => {
        const id = parameter(call, 'id');
        deployments.cancel(call.userId, id);
        return Promise.resolve({ status: 202, body: answerOf(deployments.status(id), false) });
      })
    }
  ];
}

type Handle = (call: RestCall) => Promise<RestAnswer>;

/** Refusals of the Metadata API, as REST words them. */
const guardedBy =
  (org: MetadataService['org']) =>
  (handle: Handle): Handle =>
  async (call) => {
    try {
      await requireMetadataRights(org, call.userId);
      return await handle(call);
    } catch (error) {
      if (!(error instanceof DeployError)) throw error;
      if (error.statusCode === 'INVALID_CROSS_REFERENCE_KEY') throw notFound();
      const status = error.statusCode === 'INSUFFICIENT_ACCESS' ? 403 : 400;
      throw new RestError(status, { errorCode: error.statusCode, message: error.message });
    }
  };

function validationId(body: Record<string, unknown>): string {
  return typeof body['validatedDeployRequestId'] === 'string'
    ? body['validatedDeployRequestId']
    : '';
}

/** The zip, and the options beside it: `json` by the documentation, `entity_content` from the CLI. */
function upload({ body, headers }: RestCall): [Buffer, DeployOptions] {
  const parts = readMultipart(body, headers['content-type']);
  const file = parts.find(({ name }) => name === 'file');
  const json = parts.find(({ name }) => name === 'json' || name === 'entity_content');
  if (file === undefined || json === undefined) {
    throw malformedBody('A deployment is a multipart body with the parts file and json.');
  }
  return [Buffer.from(file.data), readOptions(Buffer.from(json.data).toString('utf8'))];
}

function readOptions(text: string): DeployOptions {
  const given = jsonOf(text);
  const options =
    isPlainObject(given) && isPlainObject(given['deployOptions']) ? given['deployOptions'] : {};
  const runTests = Array.isArray(options['runTests']) ? options['runTests'].map(String) : [];
  const otherwise = runTests.length > 0 ? 'RunSpecifiedTests' : 'NoTestRun';
  return {
    checkOnly: options['checkOnly'] === true,
    rollbackOnError: options['rollbackOnError'] !== false,
    singlePackage: options['singlePackage'] === true,
    testLevel: testLevels.find((level) => level === options['testLevel']) ?? otherwise,
    runTests
  };
}

function optionsOf({ checkOnly, rollbackOnError }: DeployResult): object {
  return { checkOnly, rollbackOnError, singlePackage: true };
}

function answerOf({ details, ...rest }: DeployResult, includeDetails: boolean): object {
  const deployResult = includeDetails ? { ...rest, details } : rest;
  return { id: rest.id, deployOptions: optionsOf({ ...rest, details }), deployResult };
}

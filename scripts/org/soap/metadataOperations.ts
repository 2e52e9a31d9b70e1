import { setTimeout as wait } from 'node:timers/promises';
import { composeXml, describeMetadata, listMetadata, ownerOf } from '../deploy/index.ts';
import type { DeployResult, FileAuthor } from '../deploy/index.ts';
import { flagOf, nodeOf, nodesOf, textOf, textsOf } from '../metadata/index.ts';
import { deployInput } from './deployInput.ts';
import type { SoapNode, SoapValue } from './envelope.ts';
import { SoapFault } from './soapFault.ts';
import { result } from './soapService.ts';
import type { SoapAnswer, SoapCall, SoapOperation, SoapOperations } from './soapService.ts';

/** A deployment that is done by then is known to be done at the client's first look. */
const patienceMilliseconds = 3000;

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_calls_intro.htm */
const operations: Readonly<Record<string, SoapOperation>> = {
  describeMetadata: ({ service }) => {
    const organizationNamespace = service.org.project.namespace ?? '';
    return result({ ...describeMetadata(), organizationNamespace });
  },
  listMetadata: list,
  readMetadata: read,
  deploy,
  checkDeployStatus,
  cancelDeploy: ({ service, session, input }) => {
    const id = textOf(input, 'id') ?? textOf(input, 'String') ?? '';
    service.deployments.cancel(session.userId, id);
    return result({ done: service.deployments.status(id).done, id });
  },
  deployRecentValidation: ({ service, session, input }) =>
    result(service.deployments.quick(session.userId, textOf(input, 'validationId') ?? '')),
  retrieve,
  checkRetrieveStatus
};

export const metadataOperations: SoapOperations = {
  namespace: 'http://soap.sforce.com/2006/04/metadata',
  operations
};

async function authorOf({ service: { org }, session }: SoapCall): Promise<FileAuthor> {
  const { name } = await org.user(session.userId);
  const date = new Date(org.clock.now()).toISOString();
  return { userId: session.userId, userName: name, date };
}

async function list(call: SoapCall): Promise<SoapAnswer> {
  const author = await authorOf(call);
  const types = nodesOf(call.input, 'queries').map((query) => textOf(query, 'type') ?? '');
  const { project } = call.service.org;
  return result(
    types.flatMap((type) => listMetadata(project, type, author) as unknown as SoapValue[])
  );
}

function read({ service, input }: SoapCall): SoapAnswer {
  const { project } = service.org;
  const type = textOf(input, 'type') ?? '';
  const records = textsOf(input, 'fullNames').map((fullName): SoapNode => {
    if (project.component(type, fullName) === undefined) return { '@_xsi:nil': 'true' };
    const member = { type, fullName };
    const owner = ownerOf(member);
    const isOwner = owner.type === type;
    const xml = isOwner
      ? composeXml(project, owner, [member])
      : project.component(type, fullName)?.xml;
    return { '@_xsi:type': type, ...(xml as SoapNode), fullName };
  });
  return result({ records });
}

async function deploy({ service, session, input }: SoapCall): Promise<SoapAnswer> {
  const { zip, options } = deployInput(input);
  const { deployments } = service;
  const id = deployments.start(session.userId, zip, options);
  await Promise.race([
    deployments.finished(id),
    wait(patienceMilliseconds, undefined, { ref: false })
  ]);
  return result({ done: false, id, state: 'Queued' });
}

function checkDeployStatus({ service, input }: SoapCall): SoapAnswer {
  const { details, ...rest } = service.deployments.status(textOf(input, 'asyncProcessId') ?? '');
  return result({
    ...rest,
    ...(flagOf(input, 'includeDetails') && { details: detailNode(details) })
  });
}

function detailNode(details: DeployResult['details']): SoapNode {
  return details as unknown as SoapNode;
}

async function retrieve({ service, session, input }: SoapCall): Promise<SoapAnswer> {
  const request = nodeOf(input, 'request') ?? nodeOf(input, 'retrieveRequest') ?? {};
  const unpackaged = nodeOf(request, 'unpackaged');
  if (unpackaged === undefined) {
    throw new SoapFault('INVALID_OPERATION', 'Only unpackaged metadata can be retrieved here');
  }
  const types = new Map(
    nodesOf(unpackaged, 'types').map((node) => [
      textOf(node, 'name') ?? '',
      textsOf(node, 'members')
    ])
  );
  const manifest = { types, version: textOf(unpackaged, 'version') };
  const singlePackage = flagOf(request, 'singlePackage');
  const id = await service.retrievals.start(session.userId, { manifest, singlePackage });
  return result({ done: false, id, state: 'Queued' });
}

function checkRetrieveStatus({ service, input }: SoapCall): SoapAnswer {
  const id = textOf(input, 'asyncProcessId') ?? '';
  const { zip, fileProperties, messages } = service.retrievals.result(id);
  const isWanted = textOf(input, 'includeZip') !== 'false';
  return result({
    done: true,
    fileProperties: fileProperties as unknown as SoapValue[],
    id,
    messages,
    status: 'Succeeded',
    success: true,
    ...(isWanted && { zipFile: zip.toString('base64') })
  });
}

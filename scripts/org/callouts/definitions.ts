import type { CredentialHeader, ExternalCredential, NamedCredential } from './types.ts';

/** A parsed metadata file: elements by name; a repeated element is an array. */
export type MetadataElement = Readonly<Record<string, unknown>>;

/** Reads a `NamedCredential`: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_namedcredential.htm */
export function namedCredentialFrom(name: string, source: MetadataElement): NamedCredential {
  const parameters = elements(source['namedCredentialParameters']);
  const byType = (type: string): MetadataElement | undefined =>
    parameters.find((parameter) => text(parameter['parameterType']) === type);
  return {
    name,
    url: text(byType('Url')?.['parameterValue'] ?? source['endpoint']),
    enabled: text(source['calloutStatus'] ?? 'Enabled') !== 'Disabled',
    mergeFieldsInHeader: flag(source['allowMergeFieldsInHeader']),
    mergeFieldsInBody: flag(source['allowMergeFieldsInBody']),
    generateAuthorizationHeader: flag(source['generateAuthorizationHeader']),
    externalCredential: optional(byType('Authentication')?.['externalCredential']),
    headers: headersFrom(parameters, 'HttpHeader')
  };
}

/** Reads an `ExternalCredential`: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_externalcredential.htm */
export function externalCredentialFrom(name: string, source: MetadataElement): ExternalCredential {
  const parameters = elements(source['externalCredentialParameters']);
  const principals = parameters.filter((parameter) =>
    ['NamedPrincipal', 'PerUserPrincipal'].includes(text(parameter['parameterType']))
  );
  return {
    name,
    protocol: text(source['authenticationProtocol']),
    principals: principals.map((principal) => text(principal['parameterName'])),
    headers: headersFrom(parameters, 'AuthHeader')
  };
}

function headersFrom(parameters: readonly MetadataElement[], type: string): CredentialHeader[] {
  return parameters
    .filter((parameter) => text(parameter['parameterType']) === type)
    .map((parameter) => ({
      name: text(parameter['parameterName']),
      value: text(parameter['parameterValue']),
      sequence: Number(parameter['sequenceNumber'] ?? 0)
    }));
}

function elements(value: unknown): MetadataElement[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each): each is MetadataElement => typeof each === 'object' && each !== null);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function optional(value: unknown): string | undefined {
  return text(value) === '' ? undefined : text(value);
}

function flag(value: unknown): boolean {
  return text(value) === 'true';
}

import { namedId } from '../schema/index.ts';

function bare(name: string, namespace: string | undefined): string {
  const prefix = `${namespace ?? ''}__`.toLowerCase();
  const lower = name.toLowerCase().replace('.', '__');
  return lower.startsWith(prefix) && prefix !== '__' ? lower.slice(prefix.length) : lower;
}

/** The id of an Apex class's row: the same in every org of this project. Names in any case. */
export function apexClassId(name: string, namespace: string | undefined): string {
  return namedId('01p', bare(name, namespace));
}

/** The id of a custom permission's row. */
export function customPermissionId(name: string, namespace: string | undefined): string {
  return namedId('0CP', bare(name, namespace));
}

/** What SetupEntityAccess calls a custom metadata type or custom setting. */
export function entityDefinitionId(object: string): string {
  return namedId('01I', object.toLowerCase());
}

export function profileId(name: string): string {
  return namedId('00e', name);
}

/** A permission set of the project, or (`X00e…`) the one that holds a profile's permissions. */
export function permissionSetId(name: string): string {
  return namedId('0PS', name);
}

export function permissionSetGroupId(name: string): string {
  return namedId('0PG', name);
}

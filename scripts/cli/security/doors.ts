import type { MethodSymbol } from '../../apex/types/index.ts';
import { readCandidate } from '../release/index.ts';
import { projectFolder } from '../tools/index.ts';

/** A method of the package that a browser can call. */
export interface Door {
  /** `SyncController.start`. */
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
}

/** Every `@AuraEnabled` method of the package. */
export async function doors(): Promise<Door[]> {
  const { classes } = await readCandidate(projectFolder);
  return classes
    .filter(({ isTest, outer }) => !isTest && outer === undefined)
    .flatMap(({ name, methods }) =>
      [...methods.values()]
        .flat()
        .filter(isDoor)
        .map((method) => doorOf(name, method))
    );
}

function isDoor({ annotations }: MethodSymbol): boolean {
  return annotations.some(({ name }) => name === 'auraenabled');
}

function doorOf(className: string, { name, parameters }: MethodSymbol): Door {
  return {
    name: `${className}.${name}`,
    parameters: parameters.map((each) => ({ name: each.name, type: each.type.name }))
  };
}

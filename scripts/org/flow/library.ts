import type { SchemaPort } from '../../apex/index.ts';
import type { Compiled } from '../formula/index.ts';
import { textOf } from '../metadata/index.ts';
import type { Component, Project } from '../metadata/index.ts';
import { compileFormulas } from './formulas.ts';
import type { FlowEnvironment } from './formulas.ts';
import type { Flow } from './model.ts';
import { readFlow } from './readFlow.ts';

/** A flow that is ready to run. */
export interface LoadedFlow extends Flow {
  /** Compiled formulas by their text. */
  readonly formulas: ReadonlyMap<string, Compiled<FlowEnvironment>>;
}

/** The flows of a project. */
export interface FlowLibrary {
  readonly flows: readonly LoadedFlow[];
  /** By name in any case, with or without the namespace; only active ones. */
  find(name: string): LoadedFlow | undefined;
}

/**
 * Reads and checks all flows of a project but its screen flows.
 * @throws UserError with file and line for what the local org does not run
 */
export function loadFlows(project: Project, schema: SchemaPort): FlowLibrary {
  const components = project.components('Flow').filter((component) => !isForScreens(component));
  const flows = components.map((component): LoadedFlow => {
    const flow = readFlow(component, project, schema);
    return { ...flow, formulas: compileFormulas(flow, { component, project, schema }) };
  });
  const active = new Map(
    flows.filter((flow) => flow.isActive).map((flow) => [flow.name.toLowerCase(), flow])
  );
  return { flows, find: (name) => active.get(name.toLowerCase().replace(/^.*__/, '')) };
}

/** Screen flows wait for a person: they are kept, and nothing here runs them. */
function isForScreens({ xml }: Component): boolean {
  return textOf(xml, 'processType') === 'Flow';
}

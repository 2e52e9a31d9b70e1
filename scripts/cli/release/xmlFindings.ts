import { lineOf } from '../../org/index.ts';
import type { Component, Project } from '../../org/index.ts';
import type { ReleaseFinding } from './releaseCheck.ts';

/** A finding at the line of a component's file that has `text`; at its first line when none has. */
export function findingAt(
  project: Project,
  component: Component,
  { text, message }: { readonly text: string; readonly message: string }
): ReleaseFinding {
  return { file: component.file, line: lineOf(project.read(component), text) ?? 1, message };
}

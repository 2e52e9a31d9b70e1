import type {
  AnnotationContext,
  ElementValueContext,
  ModifierContext
} from '@apexdevtools/apex-parser';
import type { Annotation, Modifiers } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { optional, textOf } from './context.ts';
import { literal } from './literals.ts';

export function modifiers(contexts: readonly ModifierContext[]): Modifiers {
  const annotations = contexts.flatMap((context) => optional(context.annotation()) ?? []);
  const words = contexts.filter((context) => !optional(context.annotation())).map(word);
  const repeated = words.filter((one, index) => words.indexOf(one) !== index);
  return { words: new Set(words), repeated, annotations: annotations.map(annotation) };
}

/** `with sharing` is one word for us. */
function word(context: ModifierContext): string {
  return (context.children ?? []).map((child) => child.getText().toLowerCase()).join(' ');
}

function annotation(context: AnnotationContext): Annotation {
  const pairs = optional(context.elementValuePairs())?.elementValuePair_list() ?? [];
  const single = optional(context.elementValue());
  const parameters = pairs.map(
    (pair) => [textOf(pair.id()).toLowerCase(), elementValue(pair.elementValue())] as const
  );
  return {
    at: positionOf(context),
    name: textOf(context.id()).toLowerCase(),
    parameters: new Map(single ? [['value', elementValue(single)]] : parameters)
  };
}

function elementValue(context: ElementValueContext): string | boolean {
  const value = optional(context.literal());
  if (!value) return textOf(context);
  const { type, value: text } = literal(value);
  return type === 'Boolean' ? text === 'true' : text;
}

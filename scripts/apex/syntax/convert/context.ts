import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';

/** The generated parser types its optional children as always there; this says the truth. */
export function optional<T>(child: T): T | undefined {
  return child ?? undefined;
}

export function has(token: unknown): boolean {
  return token !== null && token !== undefined;
}

export function textOf(context: ApexParserRuleContext): string {
  return context.getText();
}

/** A place where the parser recovered from an error that it has already reported: conversion cannot go on. */
export class IncompleteSyntax extends Error {}

export function required<T>(child: T): NonNullable<T> {
  if (child === null || child === undefined) throw new IncompleteSyntax();
  return child;
}

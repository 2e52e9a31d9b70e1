import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A small program that the platform refuses, with the line and the words. */
export interface WrongProgram {
  readonly name: string;
  readonly text: string;
  readonly line: number;
  readonly message: string;
  /** The documentation's rule, where the independent judge does not know it. */
  readonly rule: string | undefined;
}

export interface RightProgram {
  readonly name: string;
  readonly text: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));

/** `scripts/apex/corpus/wrong`: what is wrong stands in comments at the top. */
export function wrongPrograms(): readonly WrongProgram[] {
  return read('wrong').map(({ name, text }) => ({
    name,
    text,
    line: Number(header(text, 'line')),
    message: header(text, 'message') ?? '',
    rule: header(text, 'rule')
  }));
}

export function rightPrograms(): readonly RightProgram[] {
  return read('right');
}

function read(folder: string): readonly RightProgram[] {
  return readdirSync(join(here, folder))
    .filter((file) => file.endsWith('.cls'))
    .sort()
    .map((file) => ({
      name: basename(file, '.cls'),
      text: readFileSync(join(here, folder, file), 'utf8')
    }));
}

function header(text: string, name: string): string | undefined {
  return new RegExp(`^// ${name}: (.*)$`, 'm').exec(text)?.[1];
}

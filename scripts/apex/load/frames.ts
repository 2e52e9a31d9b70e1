import type { Member, TypeDeclaration } from '../syntax/index.ts';
import { hiddenMark } from '../link/index.ts';
import type { ApexException, ApexFrame } from '../runtime/index.ts';
import { originalPosition } from './sourcePositions.ts';
import type { CompiledUnit } from './types.ts';

/** Turns JavaScript stacks into Apex ones; the platform says column 1 always. */
export interface FrameReader {
  /** Gives the exception its frames, worked out when somebody asks for them. */
  addFrames(error: ApexException): void;
  framesOf(stack: string): readonly ApexFrame[];
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly place: string;
}

export function createFrameReader(units: () => readonly CompiledUnit[]): FrameReader {
  const byPath = new Map<
    string,
    { readonly unit: CompiledUnit; readonly ranges: readonly Range[] }
  >();
  const find = (path: string): { unit: CompiledUnit; ranges: readonly Range[] } | undefined => {
    const known = byPath.get(path);
    if (known) return known;
    const unit = units().findLast((one) => one.path === path);
    if (!unit) return undefined;
    const entry = { unit, ranges: rangesOf(unit) };
    byPath.set(path, entry);
    return entry;
  };
  const frameOf = (line: string): Frame | undefined => {
    const place = stackLine(line);
    const found = place && find(place.path);
    const at = found && originalPosition(found.unit.map, place.line - 1, place.column - 1);
    if (!at) return undefined;
    const { isBlock } = place;
    return { isBlock, place: placeAt(found.ranges, at.line), line: at.line, column: 1 };
  };
  const framesOf = (stack: string): readonly ApexFrame[] =>
    withoutBlocks(
      stack
        .split('\n')
        .map(frameOf)
        .filter((one) => one !== undefined)
    );
  return { framesOf, addFrames: (error) => addLazyFrames(error, framesOf) };
}

interface Frame extends ApexFrame {
  /** A `runAs` block, which is a function of its own only for us. */
  readonly isBlock: boolean;
}

/** Of a method and the blocks in it, the innermost alone: it is where the method stands. */
function withoutBlocks(frames: readonly Frame[]): readonly ApexFrame[] {
  return frames
    .filter((_frame, index) => frames[index - 1]?.isBlock !== true)
    .map(({ place, line, column }) => ({ place, line, column }));
}

function addLazyFrames(
  error: ApexException,
  framesOf: (stack: string) => readonly ApexFrame[]
): void {
  if (Object.getOwnPropertyDescriptor(error, 'frames')?.get || error.frames.length > 0) return;
  let frames: readonly ApexFrame[] | undefined;
  Object.defineProperty(error, 'frames', {
    configurable: true,
    enumerable: true,
    get: () => (frames ??= framesOf(callsOf(error))),
    set: (value: readonly ApexFrame[]) => {
      frames = value;
    }
  });
}

/** The stack without the message before it: that may be long, and look like calls. */
function callsOf({ stack = '', message }: ApexException): string {
  return stack.slice(stack.indexOf(message) + message.length);
}

interface StackLine {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly isBlock: boolean;
}

/** `    at Foo.bar$Integer (path/Foo.cls:12:5)`; a block has no name. */
function stackLine(line: string): StackLine | undefined {
  const match = /\(?([^()]+):(\d+):(\d+)\)?$/.exec(line.trim().replace(/^at (?:.*? )?/, ''));
  if (!match) return undefined;
  const [, path = '', row, column] = match;
  const isBlock = !line.trim().endsWith(')');
  return { path, line: Number(row), column: Number(column), isBlock };
}

function placeAt(ranges: readonly Range[], line: number): string {
  const inside = ranges.filter(({ from, to }) => from <= line && line <= to);
  const [first, ...rest] = inside;
  const size = ({ from, to }: Range): number => to - from;
  const nearest = rest.reduce((best, one) => (best && size(one) <= size(best) ? one : best), first);
  return nearest?.place ?? '';
}

function rangesOf({ kind, trigger, declaration }: CompiledUnit): readonly Range[] {
  const whole = { from: 1, to: Number.MAX_SAFE_INTEGER };
  if (kind === 'trigger') return [{ ...whole, place: `Trigger.${trigger?.name ?? ''}` }];
  if (kind === 'anonymous') return [{ ...whole, place: 'AnonymousBlock' }];
  return typeRanges(declaration, '');
}

function typeRanges(type: TypeDeclaration, outer: string): readonly Range[] {
  const name = outer === '' ? type.name.replace(hiddenMark, '') : `${outer}.${type.name}`;
  const own = { from: type.at.line, to: type.endLine, place: name };
  return [own, ...type.members.flatMap((member) => memberRanges(member, name))];
}

function memberRanges(member: Member, owner: string): readonly Range[] {
  switch (member.kind) {
    case 'type':
      return typeRanges(member.type, owner);
    case 'method':
      return member.body
        ? [range(member.at.line, member.body.endLine, `${owner}.${member.name}`)]
        : [];
    case 'constructor':
      return [range(member.at.line, member.body.endLine, `${owner}.<init>`)];
    case 'initializer':
      return [
        range(
          member.at.line,
          member.body.endLine,
          `${owner}.${member.isStatic ? '<clinit>' : '<init>'}`
        )
      ];
    case 'field':
      return [
        range(
          member.at.line,
          member.at.line,
          `${owner}.${member.modifiers.words.has('static') ? '<clinit>' : '<init>'}`
        )
      ];
    case 'property':
      return [member.getter, member.setter].flatMap((accessor) =>
        accessor?.body
          ? [range(accessor.at.line, accessor.body.endLine, `${owner}.${member.name}`)]
          : []
      );
  }
}

function range(from: number, to: number, place: string): Range {
  return { from, to, place };
}

import { SourceMap as NodeSourceMap } from 'node:module';
import type { SourceMap } from '../emit/index.ts';
import type { Position } from '../syntax/index.ts';

const decoders = new WeakMap<SourceMap, NodeSourceMap>();

/** The Apex position of a place in emitted code; lines and columns of the code count from 0. */
export function originalPosition(
  map: SourceMap,
  line: number,
  column: number
): Position | undefined {
  const decoder = decoderOf(map);
  const entry = decoder.findEntry(line, column);
  if (!('originalLine' in entry)) return undefined;
  return { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

function decoderOf(map: SourceMap): NodeSourceMap {
  const known = decoders.get(map);
  if (known) return known;
  const decoder = new NodeSourceMap({
    ...map,
    sources: [...map.sources],
    names: [...map.names],
    sourcesContent: [],
    sourceRoot: ''
  });
  decoders.set(map, decoder);
  return decoder;
}

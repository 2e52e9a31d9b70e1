import { checkHeap } from '../../runtime/index.ts';
import { jsonException, maximumDepth } from './errors.ts';

interface Level {
  readonly bracket: '{' | '[';
  count: number;
}

/** Writes JSON text piece by piece, compactly or as the platform's pretty printer does. */
export class JsonWriter {
  private readonly pretty: boolean;
  private readonly parts: string[] = [];
  private readonly levels: Level[] = [];
  private length = 0;
  private afterName = false;

  constructor(pretty: boolean) {
    this.pretty = pretty;
  }

  get text(): string {
    return this.parts.join('');
  }

  /** Writes text that is JSON already. */
  raw(text: string): void {
    this.beforeValue();
    this.length = checkHeap(this.length + text.length);
    this.parts.push(text);
  }

  string(value: string): void {
    this.raw(JSON.stringify(value));
  }

  name(value: string): void {
    const level = this.levels.at(-1);
    if (level?.bracket !== '{' || this.afterName) {
      throw jsonException('Can not write a field name, expecting a value');
    }
    this.separate(level);
    this.parts.push(JSON.stringify(value), this.pretty ? ' : ' : ':');
    this.afterName = true;
  }

  start(bracket: '{' | '['): void {
    if (this.levels.length >= maximumDepth) throw jsonException('JSON is nested too deeply');
    this.raw(bracket);
    this.levels.push({ bracket, count: 0 });
  }

  end(bracket: '{' | '['): void {
    const level = this.levels.pop();
    if (level?.bracket !== bracket || this.afterName) {
      const kind = bracket === '{' ? 'object' : 'array';
      throw jsonException(`Current context not an ${kind}`);
    }
    if (this.pretty) this.parts.push(this.closingSpace(level));
    this.parts.push(bracket === '{' ? '}' : ']');
  }

  private beforeValue(): void {
    const level = this.levels.at(-1);
    if (level === undefined) return;
    if (level.bracket === '[') this.separate(level);
    else if (!this.afterName) throw jsonException('Can not write value, expecting field name');
    this.afterName = false;
  }

  private separate(level: Level): void {
    if (level.count++ > 0) this.parts.push(',');
    if (!this.pretty) return;
    this.parts.push(level.bracket === '[' ? ' ' : `\n${'  '.repeat(this.objects())}`);
  }

  private closingSpace(level: Level): string {
    if (level.bracket === '[' || level.count === 0) return ' ';
    return `\n${'  '.repeat(this.objects())}`;
  }

  /** Arrays stand on the line of what is around them, so they do not indent. */
  private objects(): number {
    return this.levels.filter(({ bracket }) => bracket === '{').length;
  }
}

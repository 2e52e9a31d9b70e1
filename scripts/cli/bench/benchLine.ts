/** One line of the table. Values are milliseconds unless told otherwise; with a baseline the ratio counts, without one the value. */
export interface BenchLine {
  readonly name: string;
  readonly milliseconds: number;
  readonly baseline: number | undefined;
  readonly limit: number;
  /** What the values are; milliseconds when it is left out. */
  readonly unit?: 'ms' | 'kB';
}

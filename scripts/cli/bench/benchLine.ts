/** One line of the table. Times are milliseconds; with a baseline the ratio counts, without one the time. */
export interface BenchLine {
  readonly name: string;
  readonly milliseconds: number;
  readonly baseline: number | undefined;
  readonly limit: number;
}

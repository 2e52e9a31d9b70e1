/** Where a command or server writes for people. Secrets are masked before a line is written. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

const secretPatterns: readonly RegExp[] = [
  /(bearer\s+)[\w.~+/=!-]+/gi,
  /("(?:access_token|refresh_token|client_secret|password|code_verifier)"\s*:\s*")[^"]*/gi,
  /((?:access_token|refresh_token|client_secret|password|code_verifier)=)[^&\s]*/gi
];

/** Replaces tokens, passwords and client secrets in `text` by `***`. */
export function maskSecrets(text: string): string {
  return secretPatterns.reduce((masked, pattern) => masked.replace(pattern, '$1***'), text);
}

/** A log that hands each masked line to `write`. */
export function createLog(write: (line: string) => void): Log {
  const line =
    (prefix: string) =>
    (message: string): void =>
      write(prefix + maskSecrets(message));
  return { info: line(''), warn: line('Warning: '), error: line('Error: ') };
}

/** Writes to standard error, so that standard output stays free for results. */
export const consoleLog: Log = createLog((line) => process.stderr.write(`${line}\n`));

/** A log that keeps its lines, for tests. */
export function recordingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  return { ...createLog((line) => lines.push(line)), lines };
}

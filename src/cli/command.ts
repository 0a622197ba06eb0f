import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What was asked for cannot be done as it was written: exit 2, with a pointer to the help. */
export class UsageError extends Error {}

export interface Output {
  /** The result: standard output. */
  print(text: string): void;
  /** What a person should know: standard error. */
  warn(text: string): void;
}

export interface Command {
  /** Shown by --help. */
  readonly help: string;
  /** Resolves to the exit code: 0 all well, 1 something in the files is not. */
  run(args: readonly string[], output: Output): Promise<number>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options and the rest of a command line. An option that is not known throws a UsageError. */
export function parse<T extends Options>(args: readonly string[], options: T): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error instanceof Error ? error.message : String(error)).replace(/\. To specify a positional.*/s, '.'));
  }
}

/** One of these words, or a UsageError that lists them. */
export function oneOf<T extends string>(option: string, given: string | undefined, words: readonly T[], fallback: T): T {
  if (given === undefined) return fallback;
  const found = words.find((word) => word === given);
  if (found === undefined) throw new UsageError(`${option} takes ${words.join(' or ')}, not "${given}".`);
  return found;
}

/** A number within bounds, or a UsageError that says them. */
export function numberIn(option: string, given: string | undefined, low: number, high: number, fallback: number): number {
  if (given === undefined) return fallback;
  const value = Number(given);
  if (!(given.trim() && value >= low && value <= high)) throw new UsageError(`${option} takes a number from ${low} to ${high}, not "${given}".`);
  return value;
}

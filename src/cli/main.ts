#!/usr/bin/env node
import { check } from './check.js';
import { UsageError, type Command } from './command.js';
import { exportChart } from './export.js';
import { prerenderPage } from './prerender.js';
import { validate } from './validate.js';

const COMMANDS = new Map<string, Command>([
  ['validate', validate],
  ['prerender', prerenderPage],
  ['export', exportChart],
  ['check', check],
]);

const HELP = `open-token-charts COMMAND …

  validate FILE…                 every error of a dataset with its place
  prerender IN.html -o OUT.html  writes each chart's figure into its element, for readers without script
  export TAG --src FILE -o OUT   one chart as a picture, SVG or PNG
  check IN.html                  every <chart-claim> against its dataset

open-token-charts COMMAND --help says more.
Exit code: 0 all well, 1 something in the files is wrong, 2 the command line is.`;

const output = { print: (text: string) => void process.stdout.write(`${text}\n`), warn: (text: string) => void process.stderr.write(`${text}\n`) };

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (['', '-h', '--help', 'help'].includes(name)) {
    output.print(HELP);
    return name ? 0 : 2;
  }
  const command = COMMANDS.get(name);
  try {
    if (!command) throw new UsageError(`There is no command "${name}": it is one of ${[...COMMANDS.keys()].join(', ')}.`);
    if (args.includes('--help') || args.includes('-h')) {
      output.print(command.help);
      return 0;
    }
    return await command.run(args, output);
  } catch (error) {
    const usage = error instanceof UsageError;
    output.warn(`open-token-charts: ${error instanceof Error ? error.message : String(error)}${usage ? `\nRun open-token-charts ${command ? `${name} ` : ''}--help.` : ''}`);
    return usage ? 2 : 1;
  }
}

// a reader that closes early, such as head, is no failure
process.stdout.on('error', () => process.exit());
process.exitCode = await main(process.argv.slice(2));

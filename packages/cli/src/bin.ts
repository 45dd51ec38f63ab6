import { setFlagsFromString } from 'node:v8';
import { main } from './main.ts';
import { terminalIo } from './terminal-io.ts';

/**
 * Bytecode that a function runs before V8 weighs optimizing it: eight to sixteen times the usual. Most runs end before
 * optimized code has paid for its making, which takes half of the processor's time; thousands of files still get it.
 */
const interruptBudget = 1 << 20;

/** Runs the command line in this process. */
export function run(): void {
  setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
  process.stdout.on('error', () => undefined);
  process.once('SIGINT', () => process.exit(130));
  main(process.argv.slice(2), terminalIo()).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(
        `dockwarden: this is a fault of ours, please report it with the file that shows it:\n${detail}\n`,
      );
      process.exitCode = 70;
    },
  );
}

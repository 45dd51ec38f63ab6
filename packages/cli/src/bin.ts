import { main } from './main.ts';
import { terminalIo } from './terminal-io.ts';

/** Runs the command line in this process. */
export function run(): void {
  process.stdout.on('error', () => undefined);
  if (!isSomewhere()) {
    process.stderr.write('dockwarden: the folder that it was started in is gone: change to another one\n');
    process.exitCode = 3;
    return;
  }
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

function isSomewhere(): boolean {
  try {
    process.cwd();
    return true;
  } catch {
    return false;
  }
}

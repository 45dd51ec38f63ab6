import { homedir } from 'node:os';
import { optimizeLater } from '@dockwarden-internal/run/optimize-later';
import { codeFolder } from './code-folder.ts';
import { codeLoader } from './code-loader.ts';

declare const DOCKWARDEN_VERSION: string;
declare const DOCKWARDEN_BUILD: string;

/** Loads the command line, from the code that an earlier run left where there is such. */
export function start(): void {
  // Before kept code is used, since V8 takes it only under the flags that it was made under.
  optimizeLater();
  const folder = codeFolder({
    build: `${DOCKWARDEN_VERSION}-${DOCKWARDEN_BUILD}`,
    home: homedir(),
    env: process.env,
  });
  if (folder === undefined) {
    run(require('./dockwarden.js'));
    return;
  }
  const loader = codeLoader(__dirname, folder, require);
  process.once('exit', loader.keep);
  run(loader.load('dockwarden.js'));
}

function run(product: unknown): void {
  (product as typeof import('../entry.ts')).run();
}

import { homedir } from 'node:os';
import { candidateKind } from '@dockwarden-internal/facts/root/candidate-kind';
import { optimizeLater } from '@dockwarden-internal/run/optimize-later';
import { codeFolder } from './code-folder.ts';
import { codeLoader } from './code-loader.ts';

declare const DOCKWARDEN_VERSION: string;
declare const DOCKWARDEN_BUILD: string;

type Product = typeof import('../entry.ts');

const FEW_FILES = 20;

/** Loads the command line, from the code that an earlier run left where there is such. */
export function start(): void {
  const named = process.argv.slice(2).filter(candidateKind).length;
  const use = named > 0 && named <= FEW_FILES ? 'files' : 'all';
  // Before kept code is used, since V8 takes it only under the flags that it was made under.
  if (use === 'all') optimizeLater();
  const folder = codeFolder({
    // A run of single files calls a part of what others call, and would read the rest of it for nothing.
    use,
    build: `${DOCKWARDEN_VERSION}-${DOCKWARDEN_BUILD}`,
    home: homedir(),
    env: process.env,
  });
  if (folder === undefined) {
    (require('./dockwarden.js') as Product).run();
    return;
  }
  const loader = codeLoader(__dirname, folder, require);
  process.once('exit', loader.keep);
  (loader.load('dockwarden.js') as Product).run();
}

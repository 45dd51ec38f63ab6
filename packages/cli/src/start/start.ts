import { homedir } from 'node:os';
import { codeFolder } from './code-folder.ts';
import { codeLoader } from './code-loader.ts';

declare const DOCKWARDEN_VERSION: string;
declare const DOCKWARDEN_BUILD: string;

type Product = typeof import('../entry.ts');

const LINTED_FILE = /(?:docker|container)file[^/\\]*$|compose[^/\\]*\.ya?ml$/i;

/** Loads the command line, from the code that an earlier run left where there is such. */
export function start(): void {
  const folder = codeFolder({
    // A run of single files calls a part of what others call, and would read the rest of it for nothing.
    use: process.argv.some((each) => LINTED_FILE.test(each)) ? 'files' : 'all',
    build: `${DOCKWARDEN_VERSION}-${DOCKWARDEN_BUILD}`,
    home: homedir(),
    env: process.env,
  });
  if (folder === undefined) {
    (require('./dockwarden.js') as Product).run();
    return;
  }
  const loader = codeLoader(__dirname, folder, require);
  const product = loader.load('dockwarden.js') as Product;
  // V8 takes code only under the flags that it was made under.
  process.once('exit', () => product.usualFlags() && loader.keep());
  product.run();
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { readCode, writeCode } from './kept-code.ts';

/** Loads the files of a bundle with the code that V8 made of them in earlier runs. */
export interface CodeLoader {
  readonly load: (file: string) => unknown;
  /**
   * Where a file had no code, keeps that of all that were loaded: such a run does what none did before, and calls other
   * functions of the files that had. At the end of a run, when the functions that it called are compiled.
   */
  readonly keep: () => void;
}

interface Module {
  exports: unknown;
}

type Wrapped = (
  exports: unknown,
  require: (name: string) => unknown,
  module: Module,
  filename: string,
  dirname: string,
) => void;

/** `bundle` holds CommonJS files that name each other `./file.js`; all else they ask of `require`. */
export function codeLoader(bundle: string, folder: string, require: (name: string) => unknown): CodeLoader {
  const modules = new Map<string, Module>();
  const loaded: { readonly at: string; readonly source: Buffer; readonly script: Script }[] = [];
  let isNew = false;

  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const path = join(bundle, file);
    const source = readFileSync(path);
    const at = join(folder, `${file}.code`);
    const cachedData = readCode(at, source);
    // The build writes ASCII.
    const text = `(function (exports, require, module, __filename, __dirname) { ${source.toString('latin1')}\n})`;
    const script = new Script(text, { filename: path, ...(cachedData && { cachedData }) });
    loaded.push({ at, source, script });
    if (!cachedData || script.cachedDataRejected) isNew = true;
    const module: Module = { exports: {} };
    modules.set(file, module);
    const wrapped = script.runInThisContext() as Wrapped;
    wrapped(module.exports, requireHere, module, path, bundle);
    return module.exports;
  };
  const requireHere = (name: string) => (name.startsWith('./') ? load(name.slice(2)) : require(name));

  return {
    load,
    keep: () => {
      if (!isNew) return;
      try {
        for (const { at, source, script } of loaded) writeCode(at, source, script.createCachedData());
      } catch {
        // A full disk only means that the next run compiles again.
      }
    },
  };
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Repository, readRepository } from '../repository.ts';
import { git, runProgram, type TestFolder, testFolder } from './run-git.ts';

export interface Scratch extends TestFolder {
  git(...args: string[]): string;
  /** Writes files; undefined removes one. */
  write(files: Readonly<Record<string, string | undefined>>): void;
  /** Writes files and commits all that is there; returns the commit. */
  commit(files: Readonly<Record<string, string | undefined>>): string;
  read(ci?: Parameters<typeof readRepository>[2]): Promise<Repository>;
}

/** A repository to be filled step by step. */
export function scratch(folder: TestFolder = testFolder()): Scratch {
  const run = (...args: string[]) => git(folder.path, args);
  const write: Scratch['write'] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      const absolute = join(folder.path, path);
      if (text === undefined) rmSync(absolute, { recursive: true });
      else {
        mkdirSync(dirname(absolute), { recursive: true });
        writeFileSync(absolute, text);
      }
    }
  };
  run('init', '-q', '.');
  return {
    ...folder,
    git: run,
    write,
    commit(files) {
      write(files);
      run('add', '-A');
      run('commit', '-q', '--allow-empty', '-m', 'c');
      return run('rev-parse', 'HEAD').trim();
    },
    async read(ci) {
      const found = await readRepository(runProgram, folder.path, ci);
      if ('code' in found) throw new Error(found.message);
      return found;
    },
  };
}

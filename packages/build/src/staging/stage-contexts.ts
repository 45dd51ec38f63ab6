import { createHash } from 'node:crypto';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { entryLine } from '../key/content.ts';
import type { HashedEntry } from '../model/context-entry.ts';
import type { ContextFiles } from '../model/image-plan.ts';
import { copyEntries } from './copy-entries.ts';

/** What is staged for one image. */
export interface StagePiece {
  /** Of the image. */
  readonly name: string;
  readonly contexts: readonly ContextFiles[];
  /** The Dockerfile from the root, with the text that went into the key. */
  readonly dockerfile: { readonly path: string; readonly text: string };
  /** Time of every file, folder and link, in seconds since 1970. */
  readonly epoch: number;
}

/** Absolute paths that a build of the image takes instead of the workspace's own. */
export interface StagedImage {
  readonly dockerfile: string;
  readonly context: string;
  /** Named local contexts. */
  readonly contexts: ReadonlyMap<string, string>;
}

export interface Staged {
  /** By the name of the image; without those that a diagnostic speaks of. */
  readonly images: ReadonlyMap<string, StagedImage>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lays a canonical copy of exactly the derived inputs below a folder of the run: a build of it cannot read what was not hashed, reads the
 * bytes that were, and reads the same from every checkout. Images with equal selections and times share one copy.
 * Source: docs/images; modes are those of the entries, `644` and `755` where contexts were read as staged.
 */
export async function stageContexts(request: {
  readonly pieces: readonly StagePiece[];
  readonly into: string;
}): Promise<Staged> {
  const { pieces, into } = request;
  const copies = new Map<string, Promise<Copy>>();
  const images = new Map<string, StagedImage>();
  const diagnostics: Diagnostic[] = [];
  const copyOf = ({ entries }: Pick<ContextFiles, 'entries'>, epoch: number): Promise<Copy> => {
    const id = createHash('sha256')
      .update(`${epoch}\n${JSON.stringify(entries.map(entryLine))}`)
      .digest('hex')
      .slice(0, 32);
    const known = copies.get(id) ?? makeCopy(entries, join(into, `context-${id}`), epoch);
    copies.set(id, known);
    return known;
  };
  for (const [at, { name, contexts, dockerfile, epoch }] of pieces.entries()) {
    const main = contexts.find(({ inputs }) => inputs.name === undefined);
    const named = contexts.filter(({ inputs }) => inputs.name !== undefined);
    const found = await copyOf(main ?? { entries: [] }, epoch);
    const others: (readonly [string, Copy])[] = [];
    for (const one of named) others.push([one.inputs.name!, await copyOf(one, epoch)]);
    const faults = [found, ...others.map(([, copy]) => copy)].flatMap(({ fault }) => fault ?? []);
    if (faults.length > 0) {
      diagnostics.push(...faults.map((fault) => ({ ...fault, message: `${name}: ${fault.message}` })));
      continue;
    }
    const folders = new Map(others.map(([key, { folder }]) => [key, folder]));
    images.set(name, {
      dockerfile: layDockerfile(join(into, `dockerfile-${at}`), dockerfile, epoch),
      context: found.folder,
      contexts: folders,
    });
  }
  return { images, diagnostics };
}

interface Copy {
  readonly folder: string;
  readonly fault?: Diagnostic;
}

async function makeCopy(entries: readonly HashedEntry[], folder: string, epoch: number): Promise<Copy> {
  try {
    const changed = await copyEntries(entries, folder, epoch);
    return changed.length > 0 ? { folder, fault: changedFault(changed) } : { folder };
  } catch (error) {
    return { folder, fault: writeFault(folder, error as NodeJS.ErrnoException) };
  }
}

/**
 * Lays the Dockerfile beside the contexts under its own name, so that messages of the build name it, and with an ignore file that hides
 * nothing: what the workspace's hides is not in the copy, and an ignore file that is in the copy must not filter it again.
 */
function layDockerfile(folder: string, { path, text }: StagePiece['dockerfile'], epoch: number): string {
  mkdirSync(folder, { mode: 0o700 });
  const file = join(folder, posix.basename(path));
  writeFileSync(file, text);
  writeFileSync(`${file}.dockerignore`, '# What the build may not read is not in its context.\n');
  utimesSync(file, epoch, epoch);
  return file;
}

function changedFault(changed: readonly string[]): Diagnostic {
  const others = changed.length > 1 ? ` and ${changed.length - 1} more files` : '';
  return {
    code: 'build/changed-while-read',
    message: `${changed[0]}${others} changed while the build's inputs were read.`,
    hint: 'Run it again when nothing writes to the workspace.',
    exit: 1,
  };
}

function writeFault(folder: string, { code, message }: NodeJS.ErrnoException): Diagnostic {
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return {
    code: 'build/staging',
    message: isFull
      ? `There is no space left for a copy of the inputs in ${folder}.`
      : `The inputs could not be copied: ${message}.`,
    hint: 'Free some space or name another folder by TMPDIR; contextMode: direct builds without a copy.',
    exit: 3,
  };
}

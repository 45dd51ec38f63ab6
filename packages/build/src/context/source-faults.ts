import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ContextInputs, InputSource } from '../model/image-inputs.ts';
import { below, nameOf, parentOf } from './join-path.ts';
import type { GitIndex } from './read-context.ts';
import type { View } from './view.ts';

/** A source that is not there for the builder, with what is known of why. */
export function missing(
  view: View,
  inputs: ContextInputs,
  source: InputSource,
  { path, leaving }: { readonly path: string; readonly leaving?: string },
  index: GitIndex | undefined,
): Diagnostic {
  const said = `${source.instruction} ${source.path}`;
  const place = { place: source.place, exit: 2 as const };
  const fromRoot = inputs.directory === '.' ? path : `${inputs.directory}/${path}`;
  const where = inputs.directory === '.' ? 'in the build context' : `in the build context ${inputs.directory}`;
  if (leaving !== undefined) {
    return {
      code: 'build/source-outside',
      message: `${said}: the link ${leaving} leads out of the build context.`,
      hint: 'Copy what it points to into the context, or name its folder as a context of its own.',
      ...place,
    };
  }
  if (view.kind(path) !== undefined && view.hiding.hides(path)) {
    return {
      code: 'build/source-ignored',
      message: `${said}: ${path} is there, but ${inputs.ignoreFile} hides it from the build.`,
      hint: `Add !${path} to ${inputs.ignoreFile}, or do not copy it.`,
      ...place,
    };
  }
  if (view.kind(path) === 'link') {
    return {
      code: 'build/source-dangling',
      message: `${said}: what the link ${path} points to is not ${where}.`,
      hint: 'Point it at something that the ignore file lets through.',
      ...place,
    };
  }
  if (index?.modeOf(fromRoot) !== undefined) {
    return {
      code: 'build/source-sparse',
      message: `${said}: git has ${fromRoot}, and this checkout does not.`,
      hint: `Check it out: git sparse-checkout add ${fromRoot}, or git restore ${fromRoot}.`,
      ...place,
    };
  }
  const other = otherCase(view, path);
  return {
    code: 'build/source-missing',
    message: `${said}: nothing is there ${where}.`,
    hint: other === undefined ? 'Make it first, if something generates it, or mend the path.' : `There is ${other}.`,
    ...place,
  };
}

function otherCase(view: View, path: string): string | undefined {
  const parent = parentOf(path);
  const name = nameOf(path).toLowerCase();
  const found = view.names(parent).find((other) => other.name.toLowerCase() === name);
  return found && below(parent, found.name);
}

export function nothingMatches({ instruction, path, place }: InputSource, folder: string): Diagnostic {
  return {
    code: 'build/source-missing',
    message: `${instruction} ${path}: nothing in ${folder} matches, and then the builder does not get the folder and fails.`,
    hint: `Copy ${folder} itself, or something that is always in it.`,
    place,
    exit: 2,
  };
}

export function malformed({ instruction, path, place }: InputSource): Diagnostic {
  return {
    code: 'build/source-pattern',
    message: `${instruction} ${path}: the pattern is not valid.`,
    hint: 'A "[" needs its "]"; quote it with a backslash where it means itself.',
    place,
    exit: 2,
  };
}

export function gitNamed({ instruction, path, place }: InputSource): Diagnostic {
  return {
    code: 'build/source-git',
    message: `${instruction} ${path}: .git is not handed to builds, since it ties the image to this checkout.`,
    hint: 'Use the arguments that pass revision and version, or set contextGit: true.',
    place,
    exit: 2,
  };
}

export function unreadable(path: string): Diagnostic {
  return {
    code: 'build/unreadable',
    message: `${path} may not be read.`,
    hint: 'Allow it, or hide it from the build with the ignore file.',
    path,
    exit: 3,
  };
}

/** The builder refuses the whole context for one such name. */
export function oddName(path: string): Diagnostic {
  return {
    code: 'build/name-not-utf-8',
    message: `${path} has a name that is not UTF-8, which the builder refuses.`,
    hint: 'Rename it, or hide its folder from the build with the ignore file.',
    path,
    exit: 2,
  };
}

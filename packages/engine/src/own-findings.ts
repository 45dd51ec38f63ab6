import { OWN_FINDINGS } from './own-findings-table.ts';

/** Ids of what is found without a policy. */
export const OWN_FINDING_IDS: readonly string[] = Object.keys(OWN_FINDINGS).filter((id) => !id.endsWith('…'));

/** Areas of findings that no policy makes, and what is told under them. */
const AREAS: Readonly<Record<string, { readonly what: string; readonly silence: string }>> = {
  syntax: {
    what: 'what the parser cannot read, and policies about it',
    silence:
      'mend the file, or silence it with a comment, a waiver or the baseline; `exclude` leaves out the whole file',
  },
  suppression: {
    what: 'what is said of comments that silence',
    silence: 'mend or remove the comment; nothing silences what is said of it',
  },
  waiver: {
    what: 'what is said of waivers',
    silence: 'mend or remove the waiver; nothing silences what is said of it',
  },
  configuration: {
    what: 'what is said of settings',
    silence: 'correct what the message names, or take it out; nothing silences what is said of it',
  },
  shellcheck: {
    what: 'what ShellCheck finds',
    silence: 'write it as `shellcheck:SC2086`, or `shellcheck` for all of it',
  },
};

/** What the area of an id is kept for, where no policy of a user may be in it. */
export function reservedArea(id: string): string | undefined {
  return areaOf(id)?.what;
}

export interface OwnFinding {
  readonly id: string;
  /** What it says of a file. */
  readonly meaning: string;
  /** What ends it, since no configuration switches it off. */
  readonly silence: string;
}

/** A finding that the product makes by itself, without a policy; undefined where the id is of none. */
export function ownFinding(id: string): OwnFinding | undefined {
  const key = id.startsWith('syntax/yaml-') ? 'syntax/yaml-…' : id;
  const meaning = Object.hasOwn(OWN_FINDINGS, key) ? OWN_FINDINGS[key] : undefined;
  return meaning === undefined ? undefined : { id, meaning, silence: areaOf(id)!.silence };
}

function areaOf(id: string) {
  const area = id.split('/')[0]!;
  return Object.hasOwn(AREAS, area) ? AREAS[area] : undefined;
}

import type { Spec } from '../package-reading.ts';
import { isLocalPath, isUrl } from './local-path.ts';
import { MASK } from './mask.ts';

/** Reads an operand; `masked` is its text with expansions blanked out, of the same length. */
export type SpecReader = (text: string, masked: string) => Spec | undefined;

function fileOr(extension: RegExp, read: SpecReader): SpecReader {
  return (text, masked) => {
    if (isUrl(masked)) return { source: 'url' };
    if (isLocalPath(masked) || extension.test(masked)) return { source: 'file' };
    return read(text, masked);
  };
}

/** `name`, `name=1.2-3`, `name/bookworm`, `name:arm64`; `name-` removes. Source: apt-get(8), install. */
export const aptSpec: SpecReader = fileOr(/\.deb$/, (text, masked) => {
  if (/^[^=/]+-$/.test(masked)) return undefined;
  const at = masked.search(/[=/]/);
  const name = nameOf(text, masked, at)?.replace(/:[a-z0-9-]+$/, '');
  if (at < 0) return { name, source: 'registry' };
  const rest = text.slice(at + 1);
  if (masked[at] === '/') return { name, release: rest, source: 'registry' };
  return { name, version: rest, exact: !/[*?]/.test(rest), source: 'registry' };
});

/** `name`, `name=1.2`, `name~=1.2`, `name>1`, `name@edge`; `!name` is a conflict. Source: apk-world(5). */
export const apkSpec: SpecReader = fileOr(/\.apk$/, (text, masked) => {
  if (masked.startsWith('!')) return undefined;
  const at = masked.search(/[=~<>@]/);
  const name = nameOf(text, masked, at);
  if (at < 0) return { name, source: 'registry' };
  const parts = /^(?:@([^=~<>]*))?(?:([=~<>]+)(.*))?$/s.exec(masked.slice(at));
  const operator = parts?.[2];
  const version = parts?.[3] === undefined ? undefined : text.slice(text.length - parts[3].length);
  return {
    name,
    ...(version === undefined ? {} : { version, exact: operator === '=' }),
    ...(parts?.[1] ? { release: text.slice(at + 1, at + 1 + parts[1].length) } : {}),
    source: 'registry',
  };
});

const DIGIT = `[\\d${MASK}]`;
/** A release begins with a digit too: `java-11-openjdk` is a name. */
const VERSIONED = new RegExp(`^(.+?)-(?:\\d+:)?(${DIGIT}[^-]*(?:-${DIGIT}[^-]*)?)$`, 's');

/** `name`, `name-1.2-3.el9.x86_64`, `name-1:2.3`, `@group`, `module:stream`. Source: dnf(8), "Specifying Packages". */
export const dnfSpec: SpecReader = fileOr(/\.rpm$/, (text, masked) => {
  // A group of packages, which has no version.
  if (masked.startsWith('@') && !masked.includes(':')) return undefined;
  if (masked.startsWith('@')) return moduleSpec(text, masked);
  const parts = VERSIONED.exec(masked);
  if (!parts) return { name: nameOf(text, masked, -1), source: 'registry' };
  const head = parts[1]!.length;
  const version = text.slice(head + 1);
  return { name: nameOf(text, masked, head), version, exact: !/[*?[]/.test(version), source: 'registry' };
});

/** A module and its stream: `nodejs:22`, `nodejs:22/minimal`. Source: dnf(8), "Module Command". */
export const moduleSpec: SpecReader = (text, masked) => {
  const at = masked.indexOf(':');
  const name = nameOf(text, masked, at)?.replace(/^@/, '');
  return at < 0
    ? { name, source: 'registry' }
    : { name, version: text.slice(at + 1), exact: false, source: 'registry' };
};

/** `name`, `name=1.2`, `name>=1.2`, `pattern:name`. Source: zypper(8), "Package Management Commands". */
export const zypperSpec: SpecReader = fileOr(/\.rpm$/, (text, masked) => {
  if (/^([-!~]|(pattern|patch|product):)/.test(masked)) return undefined;
  const at = masked.search(/[=<>]/);
  const name = nameOf(text, masked, at)?.replace(/^\+/, '');
  if (at < 0) return { name, source: 'registry' };
  const operator = /^[=<>]+/.exec(masked.slice(at))![0];
  return { name, version: text.slice(at + operator.length), exact: /^==?$/.test(operator), source: 'registry' };
});

/** Files and addresses alone: rpm, dpkg. */
export const fileSpec: SpecReader = (_, masked) => ({ source: isUrl(masked) ? 'url' : 'file' });

/** A name and nothing else: pacman. */
export const nameSpec: SpecReader = fileOr(/\.pkg\.tar/, (text, masked) => ({
  name: nameOf(text, masked, -1),
  source: 'registry',
}));

/** The text in front of an offset (the end for -1), unless an expansion is part of it. */
export function nameOf(text: string, masked: string, at: number): string | undefined {
  const end = at < 0 ? text.length : at;
  return masked.slice(0, end).includes(MASK) || end === 0 ? undefined : text.slice(0, end);
}

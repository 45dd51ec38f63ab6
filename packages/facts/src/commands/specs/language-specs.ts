import type { Spec } from '../package-reading.ts';
import { isLocalPath, isUrl, isVcs } from './local-path.ts';
import { nameOf, type SpecReader } from './system-specs.ts';

/** `a`, `a==1`, `a[x]>=1,<2`, `a @ https://…`, `git+https://…@ref#egg=a`, `./a`, `a.whl`. Source: PEP 508; pip, "VCS Support". */
export const pipSpec: SpecReader = (text, masked) => {
  const direct = /^([\w.-]+)(?:\[[^\]]*\])?\s*@\s*(.*)$/s.exec(masked);
  if (direct && !isVcs(masked)) return { name: direct[1]!, ...addressSpec(direct[2]!) };
  if (isVcs(masked) || isUrl(masked)) return addressSpec(masked);
  if (/\.(whl|tar\.gz|tar\.bz2|zip|tgz)$/.test(masked)) return { source: 'file' };
  // A slash makes a folder of it. Source: pip, `_looks_like_path`.
  if (isLocalPath(masked) || masked.includes('/')) return { source: 'project' };
  const requirement = masked.split(';', 1)[0]!.trimEnd();
  const at = requirement.search(/[=<>!~]/);
  const name = nameOf(text, masked.slice(0, requirement.length), at < 0 ? requirement.length : at)
    ?.replace(/\[.*$/, '')
    .trim();
  if (at < 0) return { name, source: 'registry' };
  const version = text.slice(at, requirement.length);
  const exact = /^===?\s*([^,*]*)$/.exec(version);
  return { name, version: exact ? exact[1]! : version, exact: exact !== null, source: 'registry' };
};

function addressSpec(address: string): Spec {
  if (!isVcs(address)) return { source: isUrl(address) ? 'url' : 'file' };
  const [place = '', fragment = ''] = address.split('#', 2);
  const path = place.replace(/^[^:]*:\/\/[^/]*/, '');
  const at = path.lastIndexOf('@');
  const egg = /(?:^|&)egg=([\w.-]+)/.exec(fragment)?.[1];
  return {
    ...(egg ? { name: egg } : {}),
    ...(at >= 0 ? { version: path.slice(at + 1), exact: true } : {}),
    source: 'vcs',
  };
}

/** `a`, `a@1`, `@s/a@^2`, `b@npm:a@1`, `user/repo#ref`, `git+ssh://…#ref`, `./a`, `a.tgz`. Source: npm, "package spec". */
export const npmSpec: SpecReader = (text, masked) => {
  if (isLocalPath(masked)) return { source: 'file' };
  if (isVcs(masked) || /^(github|gitlab|bitbucket|gist):|^[\w.-]+\/[\w.-]+(#|$)/.test(masked)) {
    const at = masked.indexOf('#');
    return {
      ...(at < 0 ? {} : { version: text.slice(at + 1), exact: /^[0-9a-f]{7,}$/.test(text.slice(at + 1)) }),
      source: 'vcs',
    };
  }
  if (isUrl(masked)) return { source: 'url' };
  if (/\.(tgz|tar\.gz|tar)$/.test(masked)) return { source: 'file' };
  const at = masked.indexOf('@', 1);
  const name = nameOf(text, masked, at);
  if (at < 0) return { name, source: 'registry' };
  const version = text.slice(at + 1).replace(/^npm:@?[^@]*@?/, '');
  return { name, ...(version === '' ? {} : { version, exact: EXACT.test(version) }), source: 'registry' };
};

/** One whole version, which a `v` or `=` may precede. Source: semver.org. */
const EXACT = /^[=v]?\d+\.\d+\.\d+([-+][\w.+-]*)?$/;

/** `a`, `a:1.2`. Source: RubyGems, gem install. */
export const gemSpec: SpecReader = (text, masked) => {
  if (isLocalPath(masked) || masked.endsWith('.gem')) return { source: 'file' };
  const at = masked.indexOf(':');
  const name = nameOf(text, masked, at);
  return at < 0 ? { name, source: 'registry' } : { name, ...versioned(text.slice(at + 1)), source: 'registry' };
};

/** A version as RubyGems, conda and NuGet read it: exact without an operator. */
export function versioned(version: string): Pick<Spec, 'version' | 'exact'> {
  return { version, exact: /^\d[\w.+-]*$/.test(version) };
}

/** `host/module@v1`, `./...`. Source: go help packages, go help install. */
export const goSpec: SpecReader = (text, masked) => {
  const at = masked.indexOf('@');
  if (isLocalPath(masked) || (at < 0 && !/^[^/]*\./.test(masked)) || masked.endsWith('.go'))
    return { source: 'project' };
  const name = nameOf(text, masked, at);
  if (at < 0) return { name, source: 'registry' };
  const version = text.slice(at + 1);
  return { name, version, exact: /^v\d+\.\d+\.\d+|^[0-9a-f]{7,}$/.test(version), source: 'registry' };
};

/** `a`, `a@1.2`. Source: cargo install. */
export const cargoSpec: SpecReader = (text, masked) => {
  const at = masked.indexOf('@');
  const name = nameOf(text, masked, at);
  return at < 0 ? { name, source: 'registry' } : { name, ...versioned(text.slice(at + 1)), source: 'registry' };
};

/** `vendor/a`, `vendor/a:^1.2`, `vendor/a=1.2`. Source: Composer, require. */
export const composerSpec: SpecReader = (text, masked) => {
  const at = masked.search(/[:= ]/);
  const name = nameOf(text, masked, at);
  return at < 0 ? { name, source: 'registry' } : { name, ...versioned(text.slice(at + 1).trim()), source: 'registry' };
};

/** `a`, `a=1.2`, `a>=1`, `channel::a=1.2=build`. Source: conda, "package match specifications". */
export const condaSpec: SpecReader = (text, masked) => {
  const from = masked.indexOf('::') < 0 ? 0 : masked.indexOf('::') + 2;
  const at = masked.slice(from).search(/[=<>!~ ]/);
  const name = nameOf(text.slice(from), masked.slice(from), at);
  if (at < 0) return { name, source: 'registry' };
  const version = text
    .slice(from + at)
    .replace(/^==?/, '')
    .trim();
  return {
    name,
    ...versioned(version),
    exact: /^==?\d/.test(text.slice(from + at)) && !version.includes('*'),
    source: 'registry',
  };
};

/** `a`, `a@^1`, `a>=1`, `a==1`, `git+…`. Source: poetry add; uv tool install. */
export const poetrySpec: SpecReader = (text, masked) => {
  const at = /^[\w.-]+(?:\[[^\]]*\])?@/.exec(masked)?.[0].length;
  if (at === undefined || isUrl(masked)) return pipSpec(text, masked);
  return { name: text.slice(0, at - 1).replace(/\[.*$/, ''), ...versioned(text.slice(at)), source: 'registry' };
};

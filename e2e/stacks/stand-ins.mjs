import { docker } from '../support/engine.mjs';

/**
 * Bases that an engine without a way to pull images can have under another name: the same distribution a release older, or what a
 * case says in its note. Whoever can pull gets the real one. For `checked` cases a base need only have a name and a configuration, and any image will do.
 */
const STAND_INS = [
  [/^(gcr\.io\/distroless\/\S+)-debian13:(\S+)$/, '$1-debian12:$2'],
  [/^nginx:1\.\d+-alpine$/, 'nginx:alpine'],
  [/^(\S+:\S*)trixie(\S*)$/, '$1bookworm$2'],
];
const ANY = 'debian:12-slim';

/** References that a Dockerfile builds on or copies from, with its arguments filled in. */
export function basesOf(text) {
  const args = {};
  const stages = new Set(['scratch']);
  const bases = new Set();
  const filled = (word) =>
    word.replace(/\$\{(\w+)(?::-([^}]*))?\}|\$(\w+)/g, (all, name, other, bare) => args[name ?? bare] ?? other ?? all);
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^ARG\s+(\w+)=(\S*)/i.exec(line) ?? [];
    if (name && stages.size === 1 && bases.size === 0) args[name] = value;
    const [, base, stage] = /^FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line) ?? [];
    const [, source] = /--(?:mount=\S*?)?from=([^\s,]+)/.exec(line) ?? [];
    for (const used of [base, source]) if (used && !stages.has(filled(used))) bases.add(filled(used));
    if (stage) stages.add(stage);
  }
  return [...bases];
}

/** Gives missing bases of Dockerfiles a name in the engine, and returns what takes the names away again. */
export function standIn(texts, { any }) {
  const given = [];
  for (const wanted of new Set(texts.flatMap(basesOf))) {
    if (docker('image', 'inspect', wanted).status === 0 || docker('pull', '--quiet', wanted).status === 0) continue;
    const [pattern, other] = STAND_INS.find(([each]) => each.test(wanted)) ?? [];
    const stands = [...(pattern ? [wanted.replace(pattern, other)] : []), ...(any ? [ANY] : [])];
    if (stands.some((stand) => docker('tag', stand, wanted).status === 0)) given.push(wanted);
  }
  return () => {
    for (const each of given) docker('image', 'rm', '--force', each);
  };
}

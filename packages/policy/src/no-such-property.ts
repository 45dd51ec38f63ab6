import type { KindName } from '@dockwarden-internal/facts';
import { suggest } from '@dockwarden-internal/syntax';
import type { DocumentPath } from './problem.ts';
import { problem, propertiesOf, type Reading } from './reading.ts';
import { kindsNamedAsKeywords } from './subject-kind.ts';

/** Says that a kind has no such property, of which fact the condition is, and what was probably meant. `first`: the path begins with it. */
export function noSuchProperty(
  word: string,
  kind: KindName,
  first: boolean,
  reading: Reading,
  at: DocumentPath,
): undefined {
  if (first && reading.seen.has(word)) return notImplied(word, reading, at);
  const names = Object.keys(propertiesOf(reading, kind));
  const near = suggest(word, first ? [...names, ...reading.bound.keys(), 'self', 'on', 'params'] : names);
  const list = `\`dockwarden facts --kinds --kind ${kind}\` lists the properties of ${kind}`;
  const hint =
    (first && (otherSubject(word, kind, reading) ?? ofInstruction(word, kind, reading))) ||
    (near ? `did you mean \`${near}\`?` : list);
  return problem(reading, at, `\`${word}\` does not exist on ${kind}${first ? aboutWhat(kind, reading) : ''}`, hint);
}

/** `as` gave the name where a finding need not have met it. */
function notImplied(word: string, reading: Reading, at: DocumentPath): undefined {
  const hint = 'bind it by `some` under `forbid` or `where`, or by `every`, `none` or `ordered` under `require`';
  return problem(reading, at, `a finding does not imply that \`as: ${word}\` has bound anything`, hint);
}

/** Where a check steps into a collection, a policy has two subjects. */
function aboutWhat(kind: KindName, { onKind, selfKind, elementKind }: Reading): string {
  if (elementKind !== undefined && kind === onKind) return ', which the policy is on';
  return selfKind !== onKind && kind === selfKind ? ', which `each` steps into' : '';
}

function otherSubject(word: string, kind: KindName, reading: Reading): string | undefined {
  const { onKind, selfKind, elementKind } = reading;
  const has = (each: KindName) => Object.hasOwn(propertiesOf(reading, each), word);
  if (elementKind !== undefined && kind === onKind && has(elementKind))
    return `each ${elementKind} has it: write it in the check's own \`where\``;
  if (selfKind !== onKind && kind === selfKind && has(onKind))
    return `the ${onKind} has it: write \`on.${word}\`, or move it to the policy's \`where\``;
  return undefined;
}

/** `on: label` is a pair of LABEL, `on: healthcheck` a key of Compose: who writes it may mean the instruction. */
function ofInstruction(word: string, kind: KindName, reading: Reading): string | undefined {
  if (kind !== reading.onKind || !kindsNamedAsKeywords.includes(kind)) return undefined;
  if (!Object.hasOwn(propertiesOf(reading, 'instruction'), word)) return undefined;
  return `instructions have it: write \`on: instruction\` and \`where: { keyword: ${kind} }\``;
}

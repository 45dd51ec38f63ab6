import {
  expandAt,
  flagsOf,
  type Instruction,
  known,
  pairsOf,
  platformOf,
  platformText,
  type Stage,
  shellAt,
  sourcesOf,
  targetOf,
  variablesOf,
} from '@dockwarden-internal/facts';
import { unquote } from '@dockwarden-internal/syntax';
import { canonicalShell } from './canonical-shell.ts';
import { frontendOf } from './frontend.ts';
import { type Named, namedByCopy } from './named-by.ts';
import type { ReachedReading } from './reached.ts';
import type { BuildReading } from './read-for-build.ts';

/** The meaning of a build for each platform that gives it another, with that platform in front; one alone where all are the same. */
export function joinedMeanings(readings: readonly ReachedReading[]): string {
  const meanings = readings.map(meaningOf);
  if (new Set(meanings).size === 1) return meanings[0]!;
  return meanings.map((meaning, index) => `platform ${readings[index]!.platform}\n${meaning}`).join('\n');
}

/**
 * What a build executes as one text: the reached stages by number with what they resolve to, their instructions without the way they are set
 * out. Two Dockerfiles of one meaning build the same from the same files and arguments.
 */
function meaningOf({ dockerfile, image, target, stages: reached }: ReachedReading): string {
  const numbers = new Map<Stage, number>(reached.map(({ stage }, index) => [stage, index]));
  const named = (origin: Named): string => {
    if (origin.kind === 'stage') return `stage:${numbers.get(origin.stage)}`;
    if (origin.kind === 'context') return `context:${origin.context.name}=${origin.context.value}`;
    return origin.kind === 'scratch' ? 'scratch' : `${origin.kind}:${origin.text}`;
  };
  const frontend = frontendOf(dockerfile);
  const lines = [
    `escape ${dockerfile.tree.escape}`,
    ...(frontend ? [`syntax ${frontend.text}`] : []),
    ...reached.flatMap(({ stage, base, instructions }) => [
      ['FROM', named(base), ...platformWords(stage)].join(' '),
      ...instructions.map((instruction) => instructionText(image.request, instruction, named)),
    ]),
    `target stage:${numbers.get(target)}`,
  ];
  return lines.join('\n');
}

function platformWords(stage: Stage): string[] {
  const text = platformText(stage);
  return text === undefined ? [] : [`platform=${known(platformOf(stage)) ?? text}`];
}

type Name = (origin: Named) => string;

function instructionText(request: BuildReading['image']['request'], instruction: Instruction, named: Name): string {
  const { node } = instruction;
  const { keyword } = node;
  const origin = keyword === 'copy' ? namedByCopy(request, instruction) : undefined;
  const flags = flagsOf(instruction)
    .map(({ name, value }, index) => ({ name, value: known(value) ?? node.flags[index]?.value ?? true }))
    .filter(({ name }) => !(origin && name === '--from'))
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
  const words = [
    keyword.toUpperCase(),
    ...(origin ? [`--from=${named(origin)}`] : []),
    ...flags.sort(),
    argumentsText(instruction),
    ...node.heredocs.map(({ content, expand, chomp, fd, name }) =>
      JSON.stringify({ name, content, expand, chomp, fd }),
    ),
  ];
  return words.filter((word) => word !== '').join(' ');
}

function argumentsText(instruction: Instruction): string {
  const { node, dockerfile } = instruction;
  if (node.keyword === 'copy' || node.keyword === 'add') return copyText(instruction);
  if (node.keyword === 'arg') {
    const variables = variablesOf(instruction);
    return JSON.stringify(
      pairsOf(instruction).map(({ name, span, value }) => {
        const variable = variables.find(({ place }) => place.span.start === span.start);
        return [name, known(variable?.value) ?? value ?? null];
      }),
    );
  }
  if (node.json) return JSON.stringify(node.json.map(({ value }) => value));
  const text = node.logical.text.slice(node.argsStart, node.argsEnd);
  const plain = node.keyword === 'run' && node.heredocs.length === 0 && dockerfile.tree.escape === '\\';
  return plain && shellAt(instruction)?.family === 'posix' ? canonicalShell(text) : text;
}

function copyText(instruction: Instruction): string {
  const escapeToken = instruction.dockerfile.tree.escape;
  const sources = sourcesOf(instruction).map(({ path, text, heredoc }) =>
    heredoc ? text : typeof path === 'string' ? path : unquote(text, escapeToken),
  );
  const target = targetOf(instruction);
  const into = target && (known(expandAt(instruction, target.word.text)) ?? target.word.text);
  return JSON.stringify([...sources, into ?? null]);
}

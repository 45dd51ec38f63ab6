import { type Span, wordsOf } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { isUnsure, unresolved } from '../kernel/unsure.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { Port } from '../model/runtime.ts';
import { fromWord } from '../stage/from-word.ts';
import { rootBase, rootStage } from '../stage/root.ts';
import { allBefore, endOf } from '../stage/timeline.ts';
import { expandWordsWith } from '../variable/expand-with.ts';
import { findAt } from '../variable/lookup.ts';
import { readPortSpec } from './port-spec.ts';

/** The arguments of an EXPOSE, one port or range each; a variable may hold several. None for other instructions. */
export const portsOf = memo((instruction: Instruction): readonly Port[] => {
  const { node, dockerfile } = instruction;
  if (node.keyword !== 'expose') return [];
  return wordsOf(node).flatMap(({ text, span }): Port[] => {
    const shared = { text, place: placeOf(dockerfile, span), instruction };
    const words = expandWordsWith(text, dockerfile.tree.escape, findAt(instruction));
    if (isUnsure(words)) return [{ ...shared, number: unresolved, last: unresolved, protocol: 'tcp' }];
    return (words ?? []).map((word) => {
      const { first, last, protocol, protocolText, published } = readPortSpec(word);
      return {
        ...shared,
        number: first,
        last,
        protocol,
        ...(protocolText && { protocolText }),
        ...(published && { published }),
        ...partPlaces(instruction, text, span),
      };
    });
  });
});

/** Where the host's part and the protocol stand in an argument, as far as they are written out. */
function partPlaces({ dockerfile }: Instruction, text: string, span: Span): Pick<Port, 'hostPlace' | 'protocolPlace'> {
  if (span.end - span.start !== text.length) return {};
  const host = /^["']?([^$"'/]*:)[^:]*$/.exec(text)?.[1];
  const protocol = /\/([^$"'/:}]+)["']?$/.exec(text);
  const part = (start: number, length: number) =>
    placeOf(dockerfile, { start: span.start + start, end: span.start + start + length });
  return {
    ...(host && { hostPlace: part(text.indexOf(host), host.length) }),
    ...(protocol && { protocolPlace: part(protocol.index + 1, protocol[1]!.length) }),
  };
}

/** A wider range counts with its ends alone, and so does any range once there are this many ports. */
const WIDEST_RANGE = 256;
const MANY_PORTS = 4096;

/** The ports that a stage's image says it serves: those of the base image, then every EXPOSE of the chain; ranges port by port. */
export const portsOfStage = memo((stage: Stage): readonly Port[] => {
  const ports = [...basePorts(rootStage(stage))];
  for (const port of allBefore(endOf(stage), 'expose').flatMap(portsOf))
    ports.push(...eachOfRange(port, ports.length > MANY_PORTS));
  return ports;
});

function eachOfRange(port: Port, briefly: boolean): Port[] {
  const { number, last } = port;
  if (typeof number !== 'number' || typeof last !== 'number' || last <= number) return [port];
  if (briefly || last - number >= WIDEST_RANGE)
    return [
      { ...port, last: number },
      { ...port, number: last },
    ];
  return Array.from({ length: last - number + 1 }, (_, at) => ({ ...port, number: number + at, last: number + at }));
}

const basePorts = memo((stage: Stage): readonly Port[] => {
  const base = rootBase(stage);
  const word = fromWord(stage);
  if (isUnsure(base) || !base || !word) return [];
  const place = placeOf(stage.dockerfile, word.span);
  return base.ports.map((number) => ({ number, last: number, protocol: 'tcp', text: String(number), place }));
});

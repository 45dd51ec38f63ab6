import { covers } from '@dockwarden-internal/syntax';
import { partitionPoint } from '@dockwarden-internal/syntax/text/partition-point';
import { memo } from '../kernel/memo.ts';
import { type Dockerfile, type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Fault } from '../model/text.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { faultAliases } from './fault-aliases.ts';

/** What BuildKit's parser would refuse in a Dockerfile, and what the shell would refuse in its RUN, in document order. */
export const faultsOf = memo((dockerfile: Dockerfile): readonly Fault[] => {
  const faults: Fault[] = dockerfile.tree.faults.map(({ code, message, span }) => ({
    tool: 'dockerfile',
    code,
    level: 'error',
    text: message,
    aliases: faultAliases(code),
    place: placeOf(dockerfile, span),
    dockerfile,
  }));
  for (const instruction of dockerfile.instructions) {
    if (instruction.node.keyword !== 'run') continue;
    for (const { message, span } of shellTreeOf(instruction)?.faults ?? []) {
      const place = placeOf(dockerfile, span);
      faults.push({
        tool: 'shell',
        code: 'syntax/shell',
        level: 'error',
        text: message,
        aliases: [],
        place,
        dockerfile,
      });
    }
  }
  return faults.sort((a, b) => a.place.span.start - b.place.span.start);
});

/** The faults that lie in an instruction, heredoc bodies included. */
export function faultsIn({ dockerfile, node }: Instruction): readonly Fault[] {
  const end = Math.max(node.span.end, ...node.heredocs.map(({ bodySpan }) => bodySpan.end));
  const whole = { start: node.span.start, end };
  const faults = faultsOf(dockerfile);
  const found: Fault[] = [];
  for (let at = firstFrom(faults, whole.start); at < faults.length; at++) {
    const { span } = faults[at]!.place;
    if (span.start > whole.end) break;
    if (covers(whole, span)) found.push(faults[at]!);
  }
  return found;
}

function firstFrom(faults: readonly Fault[], start: number): number {
  return partitionPoint(faults, ({ place }) => place.span.start < start);
}

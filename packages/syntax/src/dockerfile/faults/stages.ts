import { INSTRUCTIONS } from '../keyword.ts';
import type { DockerfileTree } from '../tree.ts';
import type { Report } from './report.ts';

/** What is wrong with a file as a whole: no instruction, no FROM, or something else than ARG before the first FROM. */
export function checkStages(
  { source, instructions }: Pick<DockerfileTree, 'source' | 'instructions'>,
  report: Report,
): void {
  if (instructions.length === 0) {
    report('syntax/no-instructions', 'The file holds no instruction', { start: 0, end: source.text.length });
    return;
  }
  const from = instructions.findIndex((node) => node.keyword === 'from');
  const early = instructions.find(
    (node, i) => (from < 0 || i < from) && node.keyword !== 'arg' && INSTRUCTIONS.has(node.keyword),
  );
  if (from < 0) {
    const message = 'The file has no FROM: BuildKit builds nothing from it';
    if (early) report('syntax/no-from', message, early.keywordSpan);
    else report('syntax/no-from', message, instructions[0]!.keywordSpan, 'build');
  } else if (early) {
    const message = `${early.keyword.toUpperCase()} stands before the first FROM, where only ARG is allowed`;
    report('syntax/before-from', message, early.span);
  }
}

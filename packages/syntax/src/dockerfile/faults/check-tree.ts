import type { DockerfileTree, SyntaxFault } from '../tree.ts';
import { checkInstruction } from './check-instruction.ts';
import type { CheckContext, Report } from './report.ts';
import { checkStages } from './stages.ts';

type Tree = Pick<DockerfileTree, 'source' | 'escape' | 'instructions'>;

/** All faults of a file in the order of their places: those found in reading it, and what the instructions themselves have wrong. */
export function checkTree(tree: Tree, reading: readonly SyntaxFault[]): readonly SyntaxFault[] {
  const faults = [...reading];
  const report: Report = (code, message, span, later) => {
    faults.push(later ? { code, message, span, later } : { code, message, span });
  };
  const reportTrigger: Report = (code, message, span, later = 'trigger') => {
    faults.push({ code, message, span, later });
  };
  const context: { -readonly [Key in keyof CheckContext]: CheckContext[Key] } = {
    escapeChar: tree.escape,
    report,
    reportReading: report,
  };
  for (const node of tree.instructions) {
    checkInstruction(node, context, reportTrigger);
    context.previous = node;
  }
  checkStages(tree, report);
  return faults.length > 1 ? faults.sort((a, b) => a.span.start - b.span.start) : faults;
}

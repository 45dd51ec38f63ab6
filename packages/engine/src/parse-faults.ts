import { faultAliases, otherFilesOf, type Root } from '@dockwarden-internal/facts';
import { builtinFinding } from './builtin-findings.ts';
import type { Finding } from './finding.ts';
import { oncePerBreak } from './once-per-break.ts';

/** What the parser refuses, as findings: a broken file is reported, and the rest of it is linted all the same. */
export function parseFaults(root: Root): Finding[] {
  if (root.kind === 'dockerfile') {
    const { tree, source } = root.node;
    return oncePerBreak(tree).map((fault) =>
      builtinFinding(root, {
        id: fault.code,
        // A fragment that another file includes has no FROM, and is linted as far as it goes.
        severity: fault.code === 'syntax/no-from' ? 'warning' : 'error',
        category: 'correctness',
        message: fault.message,
        place: { source, span: fault.span },
        aliases: faultAliases(fault.code),
      }),
    );
  }
  if (root.kind !== 'compose-file') return [];
  const trees = [root.node.tree, ...otherFilesOf(root.node).map(({ tree }) => tree)];
  return trees.flatMap(({ source, faults }) =>
    faults.map((fault) =>
      builtinFinding(root, {
        id: fault.code,
        severity: 'error',
        category: 'correctness',
        message: fault.message,
        place: { source, span: fault.span },
        aliases: ['dclint:invalid-yaml'],
      }),
    ),
  );
}

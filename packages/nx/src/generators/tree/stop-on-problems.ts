import { pathsFrom, renderProblems } from '@dockwarden-internal/report';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Tree } from 'nx/src/devkit-exports';

/** What went wrong, as the command line says it: where, what is wrong, what to do. `root` is what paths start from. */
export function problemsText(tree: Tree, diagnostics: readonly Diagnostic[], root = tree.root): string {
  return renderProblems(diagnostics, { pathOf: pathsFrom(root, tree.root) }, { color: false }).trimEnd();
}

/** A plan made under a broken configuration would be no plan of the user's. */
export function stopOnProblems(tree: Tree, diagnostics: readonly Diagnostic[], root?: string): void {
  if (diagnostics.length > 0) throw new Error(problemsText(tree, diagnostics, root));
}

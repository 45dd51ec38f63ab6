import type { Instruction } from '../model/dockerfile.ts';

const WITH_FORMS: ReadonlySet<string> = new Set(['run', 'cmd', 'entrypoint', 'shell', 'healthcheck']);

/** The form of a RUN, CMD, ENTRYPOINT, SHELL or HEALTHCHECK CMD; absent elsewhere. Source: Dockerfile reference, "Shell and exec form". */
export function formOf({ node }: Instruction): 'shell' | 'exec' | undefined {
  if (!WITH_FORMS.has(node.keyword) || node.argsStart >= node.argsEnd) return undefined;
  const args = node.logical.text.slice(node.argsStart, node.argsStart + 5);
  if (node.keyword === 'healthcheck' && /^none\b/i.test(args)) return undefined;
  return node.json ? 'exec' : 'shell';
}

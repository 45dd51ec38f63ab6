import { type DockerfileTree, type SyntaxFault, TEMPLATE } from '@dockwarden-internal/syntax';

/** What a template breaks. */
const BROKEN: ReadonlySet<string> = new Set(['syntax/unknown-instruction', 'syntax/from-arguments']);

/**
 * The faults of a file but for those that follow from one before, as BuildKit stops at the first: of the lines that are no instructions, one
 * by one below another, the first, and of what a template breaks the first that is plainly a template's.
 */
export function oncePerBreak({
  faults,
  instructions,
}: Pick<DockerfileTree, 'faults' | 'instructions'>): readonly SyntaxFault[] {
  const template = faults.find(({ message }) => message.includes(TEMPLATE));
  if (template) return faults.filter((fault) => fault === template || !BROKEN.has(fault.code));
  const unknown = new Set(faults.filter(isUnknown).map(({ span }) => span.start));
  if (unknown.size < 2) return faults;
  const starts = instructions.map(({ keywordSpan }) => keywordSpan.start);
  const follows = new Set(starts.filter((start, at) => unknown.has(start) && unknown.has(starts[at - 1] ?? -1)));
  return faults.filter((fault) => !isUnknown(fault) || !follows.has(fault.span.start));
}

function isUnknown({ code }: SyntaxFault): boolean {
  return code === 'syntax/unknown-instruction';
}

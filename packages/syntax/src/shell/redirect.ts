import type { Redirection } from 'unbash';
import type { Locate } from './located-text.ts';
import type { ShellRedirect } from './tree.ts';
import { readWord } from './word.ts';

export function readRedirect(node: Redirection, locate: Locate): ShellRedirect {
  const { operator, descriptor } = node;
  const fd = descriptor?.type === 'FileDescriptor' ? { fd: descriptor.value } : {};
  const span = locate(node.pos, node.end);
  if (node.type === 'HereDoc') {
    const { body } = node;
    return { operator, ...fd, body: { text: body.text, span: locate(body.pos, body.end) }, span };
  }
  return { operator, ...fd, ...(node.target ? { target: readWord(node.target, locate) } : {}), span };
}

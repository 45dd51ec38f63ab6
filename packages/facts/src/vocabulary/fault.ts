import { textAt } from '@dockwarden-internal/syntax';
import { kind, link, oneOf, text, texts } from '../kernel/kind.ts';

export const faultKind = kind('fault', {
  doc: 'Something that a parser or another tool refuses in a file.',
  source: 'https://docs.docker.com/reference/dockerfile/#format',
  key: 'code',
  place: (fault) => fault.place,
  properties: {
    tool: text('Who refuses it: `dockerfile`, `compose`, `shell`, `ignore`.', (fault) => fault.tool),
    code: text('Stable name of the kind of fault.', (fault) => fault.code),
    level: oneOf(['error', 'warning', 'info'], 'How bad it is to that tool.', (fault) => fault.level),
    text: text('What is wrong, in one sentence.', (fault) => fault.text),
    excerpt: text('The text of the file at its place.', (fault) => textAt(fault.place)),
    aliases: texts('Names of the same fault elsewhere.', (fault) => fault.aliases),
    dockerfile: link(
      'dockerfile',
      'The Dockerfile that it is in; absent in another file.',
      (fault) => fault.dockerfile,
    ),
  },
});

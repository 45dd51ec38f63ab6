import { textAt } from '@dockwarden-internal/syntax';
import { firstWordOf, isTodo, reasonOf, suppressionsOf } from '../comment/comments.ts';
import { describedBy, describedNames } from '../comment/described-names.ts';
import { neighboursOf } from '../comment/neighbours.ts';
import { flag, kind, link, many, text, texts } from '../kernel/kind.ts';

export const commentKind = kind('comment', {
  doc: 'A comment of a Dockerfile (parser directives included) or of a Compose file.',
  source: 'https://docs.docker.com/reference/dockerfile/#parser-directives',
  place: (comment) => comment.place,
  properties: {
    text: text('From `#` to the end of the line.', (comment) => textAt(comment.place)),
    content: text('Without `#` and the blanks around.', (comment) => comment.node.text),
    directive: flag(
      'True for a parser directive: `# syntax=`, `# escape=`, `# check=` in the first lines.',
      (comment) => comment.directive !== undefined,
    ),
    inside: flag('True between the lines of a continued instruction.', (comment) => comment.node.inside),
    suppression: flag(
      'True where it switches findings off, ours or a peer’s.',
      (comment) => suppressionsOf(comment).length > 0,
    ),
    tools: texts(
      'Whose findings it switches off: `dockwarden`, `hadolint`, `buildkit`, `checkov`, `trivy`, `kics`, `dclint`, `semgrep`.',
      (comment) => suppressionsOf(comment).map(({ tool }) => tool),
    ),
    reason: text('The reason that a suppression gives; absent where it gives none.', reasonOf),
    neighbours: many('comment', 'Comments on the lines directly above and below.', neighboursOf),
    describes: link(
      'instruction',
      'The FROM of a named stage, or the ARG, on the very next line; absent where it describes nothing.',
      describedBy,
    ),
    describesNames: texts(
      'Names of the stage or the ARGs on the very next line; absent where it describes nothing.',
      describedNames,
    ),
    firstWord: text('First word; absent for an empty comment.', firstWordOf),
    todo: flag('True where it says TODO or FIXME.', isTodo),
    dockerfile: link(
      'dockerfile',
      'The Dockerfile that it stands in; absent in a Compose file.',
      (comment) => comment.dockerfile,
    ),
  },
});

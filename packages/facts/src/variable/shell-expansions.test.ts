import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { textsAt } from '../testing/texts-at.ts';
import { shellExpansions } from './shell-expansions.ts';

test.each([
  ['RUN echo $A "${B:-x}"\n', ['$A', '${B:-x}']],
  ["RUN echo '$A'\n", []],
  ['RUN A=1 && echo $A $B\n', ['$B']],
  ['RUN export A=$A:x && echo $A\n', ['$A']],
  ['RUN ["echo", "$A"]\n', []],
  ['CMD node $FILE\n', ['$FILE']],
  ['HEALTHCHECK CMD curl localhost:$PORT\n', ['$PORT']],
  ['RUN <<EOF\necho $A\nEOF\n', ['$A']],
  ['COPY $A b\n', []],
])('%j takes %j from the environment', (text, expected) => {
  expect(textsAt(dockerfileOf(`FROM node\n${text}`).instructions.flatMap(shellExpansions))).toEqual(expected);
});

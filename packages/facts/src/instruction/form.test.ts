import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { casingOf } from './casing.ts';
import { formOf } from './form.ts';

test.each([
  ['RUN ls', 'shell'],
  ['RUN ["ls"]', 'exec'],
  ['RUN [ -f x ]', 'shell'],
  ['CMD node x', 'shell'],
  ['CMD ["node"]', 'exec'],
  ['CMD []', 'exec'],
  ['CMD ["a", 1]', 'exec'],
  ['ENTRYPOINT ["a"]', 'exec'],
  ['SHELL ["sh", "-c"]', 'exec'],
  ['HEALTHCHECK CMD curl x', 'shell'],
  ['HEALTHCHECK --interval=1s CMD ["curl"]', 'exec'],
  ['HEALTHCHECK NONE', undefined],
  ['COPY ["a", "b"]', undefined],
  ['USER root', undefined],
  ['CMD', undefined],
])('%s: %s', (line, form) => {
  const keyword = line.split(' ')[0]!.toLowerCase();
  expect(formOf(instructionOf(dockerfileOf(`FROM a\n${line}\n`), keyword))).toBe(form);
});

test.each([
  ['FROM', 'upper'],
  ['from', 'lower'],
  ['From', 'mixed'],
  ['', 'upper'],
])('%s is written in %s case', (text, casing) => {
  expect(casingOf(text)).toBe(casing);
});

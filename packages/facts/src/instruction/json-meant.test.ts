import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { jsonMeant } from './json-meant.ts';

const meant = (line: string) => jsonMeant(dockerfileOf(`FROM a\n${line}\n`).instructions.at(-1)!);

test.each([
  ["CMD ['npm', 'start']", '["npm", "start"]'],
  ['CMD [“npm”, “start”]', '["npm", "start"]'],
  ['CMD ["npm" "start"]', '["npm", "start"]'],
  ['ENTRYPOINT ["npm", "start",]', '["npm", "start"]'],
  ['CMD ["npm", "start"', '["npm", "start"]'],
  ["RUN [ 'a', 'b' ]", '["a", "b"]'],
  ["COPY ['a b', 'c']", '["a b", "c"]'],
  ['VOLUME ["/a", "/b"', '["/a", "/b"]'],
  ['CMD ["a", \'say "b"\']', '["a", "say \\"b\\""]'],
])('%s', (line, repaired) => {
  expect(meant(line)).toEqual({ repaired });
});

test.each([
  'CMD ["npm", "start"] # serve',
  'CMD [npm, start]',
  'CMD [npm]',
  'ENTRYPOINT ["a"] && b',
  "HEALTHCHECK CMD ['curl', 'localhost']",
  'CMD ["C:\\app.exe"]',
])('%s cannot be repaired', (line) => {
  expect(meant(line)).toEqual({});
});

test.each([
  'CMD ["npm", "start"]',
  'CMD ["npm", 1]',
  'RUN [ -f x ] && y',
  'RUN [ "$A" = "b" ] || exit 1',
  'RUN [ "$A" ] && x',
  'RUN [ \'a\' != "$B" ] && x',
  'RUN [[ -n "$A" ]]',
  'CMD [ -x /a ] && /a',
  'COPY [a-z]* /x/',
  'CMD npm start',
  'HEALTHCHECK CMD ["curl"]',
  'LABEL [a=b',
  'SHELL ["a"',
])('%s is as it should be, or not of this kind', (line) => {
  expect(meant(line)).toBeUndefined();
});

test('hostile text costs nothing', () => {
  const started = performance.now();
  for (const text of ['[ "', '["', '[a,', "['"]) meant(`CMD ${text.repeat(3000)}`);
  expect(performance.now() - started).toBeLessThan(60_000);
});

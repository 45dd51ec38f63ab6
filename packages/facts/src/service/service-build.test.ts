import { isUnsure, unknown } from '../kernel/unsure.ts';
import { serviceOf } from '../testing/compose-of.ts';
import {
  buildDockerfileOf,
  buildOf,
  builtStage,
  contextExists,
  contextFolder,
  dockerfilePath,
} from './service-build.ts';

const FILES = {
  Dockerfile: 'FROM scratch AS Base\nFROM scratch AS last\n',
  'api/Dockerfile': 'FROM scratch\n',
  'api/prod.Dockerfile': 'FROM scratch\n',
  '.gitignore': 'dist\nmade.Dockerfile\n',
};

const build = (text: string) => buildOf(serviceOf(`build: ${text}`, FILES))!;

test.each([
  ['.', '.', true, 'Dockerfile'],
  ['{ context: ./api, dockerfile: prod.Dockerfile }', 'api', true, 'api/prod.Dockerfile'],
  ['{ context: ./api, dockerfile: ../Dockerfile }', 'api', true, 'Dockerfile'],
  ['{ dockerfile: api/Dockerfile }', '.', true, 'api/Dockerfile'],
  ['./gone', 'gone', false, undefined],
  ['{ context: ., dockerfile: gone }', '.', true, undefined],
  ['dist/api', 'dist/api', unknown, unknown],
  ['{ context: ., dockerfile: made.Dockerfile }', '.', true, unknown],
  ['../other', unknown, unknown, unknown],
  ['https://example.com/x.git', unknown, unknown, unknown],
  ['./${APP}', unknown, unknown, unknown],
  ['{ context: ., dockerfile: "$FILE" }', '.', true, unknown],
  ['{ context: ., dockerfile_inline: FROM scratch }', '.', true, undefined],
])('build: %s', (text, folder, exists, path) => {
  const dockerfile = buildDockerfileOf(build(text));
  expect(contextFolder(build(text))).toBe(folder);
  expect(contextExists(build(text))).toBe(exists);
  expect(dockerfile === undefined || isUnsure(dockerfile) ? dockerfile : dockerfile.source.path).toBe(path);
});

test('the path of a Dockerfile that is not there', () => {
  expect(dockerfilePath(build('./gone'))).toBe('gone/Dockerfile');
});

test.each([
  ['.', 1],
  ['{ context: ., target: base }', 0],
  ['{ context: ., target: BASE }', 0],
  ['{ context: ., target: "0" }', 0],
  ['{ context: ., target: "7" }', undefined],
  ['{ context: ., target: gone }', undefined],
  ['{ context: ., target: "$STAGE" }', unknown],
  ['{ context: ./gone, target: x }', undefined],
  ['{ context: ../x, target: x }', unknown],
])('build: %s builds stage %p', (text, index) => {
  const stage = builtStage(build(text));
  expect(stage === undefined || isUnsure(stage) ? stage : stage.index).toBe(index);
});

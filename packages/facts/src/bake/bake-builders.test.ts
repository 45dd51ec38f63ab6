import { unknown } from '../kernel/unsure.ts';
import { isFinal } from '../stage/final.ts';
import { namedContext } from '../stage/named-context.ts';
import { purposeOf } from '../stage/purpose.ts';
import { usedBy } from '../stage/used-by.ts';
import { worldOf } from '../testing/compose-of.ts';
import { bakeBuilders } from './bake-builders.ts';

const TEXT = 'FROM debian:12 AS tools\nFROM debian:12 AS extra\nFROM debian:12 AS run\n';

function file(files: Readonly<Record<string, string>>, path = 'Dockerfile') {
  return worldOf({ [path]: TEXT, ...files }).dockerfileAt(path)!;
}
const final = (hcl: string) =>
  file({ 'docker-bake.hcl': hcl })
    .stages.filter(isFinal)
    .map(({ index }) => index);

test.each([
  ['target "t" { target = "tools" }', [0, 2]],
  ['target "t" { target = "TOOLS" }', [0, 2]],
  ['target "t" {}', [2]],
  ['target "t" {\n dockerfile = "other.Dockerfile"\n target = "tools"\n}', [2]],
  ['target "t" {\n context = "sub"\n target = "tools"\n}', [2]],
  ['target "t" {\n context = "https://example.com/x.git"\n target = "tools"\n}', [2]],
  ['target "t" {\n target = "tools"\n output = ["type=local,dest=out"]\n}', [2]],
  ['target "t" {\n target = "tools"\n output = ["type=registry"]\n}', [0, 2]],
  ['target "t" {\n target = "tools"\n output = f()\n}', [2]],
  ['variable "T" { default = "tools" }\ntarget "t" { target = T }', [0, 2]],
  ['variable "T" {}\ntarget "t" { target = T }', [2]],
  ['target "_t" { target = "tools" }', [2]],
  ['target "t" { target = "tools" }\ntarget "u" {\n inherits = ["t"]\n target = "extra"\n}', [1, 2]],
  ['target "t" { target = "tools" }\ntarget "u" { contexts = { t = "target:t" } }', [2]],
  [
    'group "default" { targets = ["t"] }\ntarget "t" { target = "tools" }\ntarget "u" { contexts = { t = "target:t" } }',
    [0, 2],
  ],
  ['target "t" {\n target = "tools"\n', [2]],
])('%s makes images of the stages %p', (hcl, expected) => {
  expect(final(hcl)).toEqual(expected);
});

test('files beside the Dockerfile and above it count, later ones before earlier ones', () => {
  const files = {
    'docker-bake.json': '{"target":{"t":{"context":"apps/api","target":"tools"}}}',
    'docker-bake.override.hcl': 'target "t" { target = "extra" }',
    'apps/api/docker-bake.hcl': 'target "api" {}',
    'apps/web/docker-bake.hcl': 'target "web" {\n context = "../api"\n target = "tools"\n}',
  };
  const found = bakeBuilders(file(files, 'apps/api/Dockerfile'));
  expect(found.map(({ target }) => target)).toEqual([undefined, 'extra']);
  const paths = found.map(({ reference }) => reference!.place.source.path);
  expect(paths).toEqual(['apps/api/docker-bake.hcl', 'docker-bake.override.hcl']);
});

test('a stage is used by the target that builds it, and is for working where that is', () => {
  const { stages } = file({ 'docker-bake.hcl': 'target "dev" { target = "tools" }' });
  expect(usedBy(stages[0]!).map(({ use, text }) => [use, text])).toEqual([['bake', 'tools']]);
  expect([purposeOf(stages[0]!), purposeOf(stages[1]!)]).toEqual(['development', undefined]);
});

const context = (hcl: string, name = 'base') => namedContext(file({ 'docker-bake.hcl': hcl }), name);
const contexts = (value: string) => `target "t" {\n contexts = ${value}\n}`;

test.each([
  [contexts('{ base = "docker-image://debian:12" }'), { image: 'debian:12' }],
  [contexts('{ base = "target:other" }'), { image: unknown }],
  [contexts('{ base = "./base" }'), { image: unknown }],
  [contexts('{ base = f() }'), { image: unknown }],
  [contexts('{ other = "./x" }'), undefined],
  [contexts('f()'), unknown],
  ['target "t" { inherits = f() }', unknown],
  ['target "t" { context = f() }', unknown],
  ['target "t" {', unknown],
  ['target "t" {\n context = "sub"\n contexts = f()\n}', undefined],
  ['target "t" {\n output = ["type=cacheonly"]\n contexts = { base = "./x" }\n}', { image: unknown }],
])('%s: the context base is %p', (hcl, expected) => {
  expect(context(hcl)).toEqual(expected);
});

test('contexts that have to be evaluated leave no image in doubt that is named with a tag or a path', () => {
  expect(context(contexts('f()'), 'debian:12')).toBeUndefined();
  expect(context(contexts('f()'), 'ghcr.io/acme/base')).toBeUndefined();
});

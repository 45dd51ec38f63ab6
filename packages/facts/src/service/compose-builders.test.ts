import { type Maybe, unresolved } from '../kernel/unsure.ts';
import { composeOf } from '../testing/compose-of.ts';
import { composeBuilders } from './compose-builders.ts';

function targets(yaml: string): readonly Maybe<string>[] {
  const { world } = composeOf(yaml);
  return (composeBuilders(world).get('Dockerfile') ?? []).map((builder) => builder.target);
}

test('a service builds its target, or the last stage', () => {
  expect(targets('services:\n  a: { build: . }\n  b: { build: { context: ., target: web } }\n')).toEqual([
    undefined,
    'web',
  ]);
});

test('a target that a variable decides is none that is known', () => {
  expect(targets('services:\n  a: { build: { context: ., target: "${STAGE}" } }\n')).toEqual([unresolved]);
});

test('a remote context builds nothing of the workspace', () => {
  expect(targets('services:\n  a: { build: "https://github.com/acme/api.git" }\n')).toEqual([]);
});

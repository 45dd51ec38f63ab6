import { unknown } from '../kernel/unsure.ts';
import { composeOf, serviceIn } from '../testing/compose-of.ts';
import { composeKind } from '../vocabulary/compose.ts';
import { serviceKind } from '../vocabulary/service.ts';
import { dependencyTarget, dependsOnOf } from './dependencies.ts';

const compose = composeOf(`services:
  api: { image: x, depends_on: { db: { condition: service_healthy } } }
  db: { provider: { type: cloud, options: { size: small } } }
`);

test('what a provider brings is none of the containers that policies speak of', () => {
  expect(composeKind.properties.services!.read(compose)).toEqual([serviceIn(compose, 'api')]);
});

test('another service may wait for it, and whether it is well cannot be told', () => {
  const target = dependencyTarget(dependsOnOf(serviceIn(compose, 'api'))[0]!);
  expect(target).toBe(serviceIn(compose, 'db'));
  expect(serviceKind.properties.probe!.read(serviceIn(compose, 'db'))).toBe(unknown);
});

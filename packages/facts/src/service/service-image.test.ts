import { composeOf, serviceIn } from '../testing/compose-of.ts';
import { imageBuiltBy, serviceImage, serviceReference } from './service-image.ts';

const compose = composeOf(`services:
  api: { build: { context: ., tags: ["acme/api:dev"] }, image: acme/api }
  worker: { image: acme/api }
  task: { image: "acme/api:dev" }
  web: { image: "nginx:\${TAG}" }
  bare: { build: . }
`);

test('the image that another service builds', () => {
  const built = compose.services.map((service) => imageBuiltBy(service)?.name);
  expect(built).toEqual([undefined, 'api', 'api', undefined, undefined]);
});

test('a service that is built refers to no image', () => {
  expect(serviceImage(serviceIn(compose, 'api'))?.text).toBe('acme/api');
  expect(serviceReference(serviceIn(compose, 'api'))).toBeUndefined();
  expect(serviceReference(serviceIn(compose, 'worker'))).toMatchObject({ use: 'service', text: 'acme/api' });
  expect(serviceImage(serviceIn(compose, 'bare'))).toBeUndefined();
});

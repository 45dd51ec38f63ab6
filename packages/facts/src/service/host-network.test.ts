import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../kernel/unsure.ts';
import { composeOf, serviceIn } from '../testing/compose-of.ts';
import { hostNetworkPlace, onHostNetwork } from './host-network.ts';

test.each([
  ['services: { a: { image: x, network_mode: host } }', true, 'host'],
  ['services: { a: { image: x, network_mode: "$MODE" } }', unresolved, '"$MODE"'],
  ['services: { a: { image: x, network_mode: bridge } }', false, 'bridge'],
  ['services: { a: { image: x } }', false, undefined],
  ['services: { a: { image: x, networks: [n] } }\nnetworks: { n: { external: true, name: host } }', true, 'n'],
  ['services: { a: { image: x, networks: [host] } }\nnetworks: { host: { external: true } }', true, 'host'],
  ['services: { a: { image: x, networks: [host] } }\nnetworks: { host: }', false, undefined],
])('%s: %p', (text, expected, at) => {
  const service = serviceIn(composeOf(text), 'a');
  expect(onHostNetwork(service)).toBe(expected);
  const place = hostNetworkPlace(service);
  expect(place && textAt(place)).toBe(at);
});

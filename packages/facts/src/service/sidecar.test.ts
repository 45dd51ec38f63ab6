import { isUnsure, unknown } from '../kernel/unsure.ts';
import { composeOf, serviceIn } from '../testing/compose-of.ts';
import { sidecarOf } from './sidecar.ts';

const APP = 'app: { image: x, volumes: ["logs:/var/log/app"] }';

test.each([
  ['network_mode: service:app', 'app'],
  ['pid: service:app', 'app'],
  ['volumes_from: [app]', 'app'],
  ['volumes: ["logs:/logs:ro"]', 'app'],
  ['volumes: ["logs:/logs:ro"], ports: ["80:80"]', undefined],
  ['volumes: ["logs:/logs"]', undefined],
  ['volumes: ["other:/logs:ro"]', undefined],
  ['volumes: ["./logs:/logs:ro"]', undefined],
  ['depends_on: [app]', undefined],
  ['links: [app]', undefined],
  ['network_mode: service:gone', undefined],
  ['network_mode: host', undefined],
])('a service with %s stands beside %p', (line, expected) => {
  const compose = composeOf(`services:\n  ${APP}\n  s: { image: y, ${line} }\nvolumes: { logs: , other: }\n`);
  const main = sidecarOf(serviceIn(compose, 's'));
  expect(main === undefined || isUnsure(main) ? main : main.name).toBe(expected);
});

test('of several that write to a volume none is the main one', () => {
  const compose = composeOf(
    `services:\n  ${APP}\n  b: { image: x, volumes: ["logs:/l"] }\n  s: { image: y, volumes: ["logs:/l:ro"] }\n`,
  );
  expect(sidecarOf(serviceIn(compose, 's'))).toBeUndefined();
});

test('the service may be in a file that cannot be seen', () => {
  expect(sidecarOf(serviceIn(composeOf('services: { s: { network_mode: service:vpn } }'), 's'))).toBe(unknown);
});

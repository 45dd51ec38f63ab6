import { unknown } from '../kernel/unsure.ts';
import { composeOf, serviceIn, serviceOf } from '../testing/compose-of.ts';
import { imageAsItIs, portInServiceImage, programInServiceImage } from './image-probe.ts';

test.each([
  ['image: python:3.13-slim', false],
  ['image: python:3.13', true],
  ['image: acme/api:1', unknown],
  ['image: ${IMAGE}', unknown],
  ['image: python:3.13-slim\ncommand: python app.py', false],
  ['image: python:3.13-slim\nenvironment: { DEBUG: "1" }', false],
  ['image: python:3.13-slim\nvolumes: ["./app:/app"]', false],
  ['image: python:3.13-slim\ncommand: sh -c "apt-get install -y curl && python app.py"', unknown],
  ['image: python:3.13-slim\ncommand: bash -c "apt-get install -y curl && exec python app.py"', unknown],
  ['image: python:3.13-slim\nentrypoint: [/bin/sh, -c]\ncommand: ["exec python app.py"]', unknown],
  ['image: python:3.13-slim\nentrypoint: /entry.sh', unknown],
  ['image: python:3.13-slim\ncommand: ${COMMAND}', unknown],
  ['image: python:3.13-slim\nvolumes: ["./curl:/opt/curl"]', unknown],
  ['image: python:3.13-slim\nvolumes: ["./bin:/usr/local/bin"]', unknown],
  ['image: python:3.13-slim\nvolumes: ["./bin:${TARGET}"]', unknown],
  ['image: python:3.13-slim\nenvironment: { PATH: /tools }', unknown],
  ['image: python:3.13-slim\npost_start: [{ command: apt-get install -y curl }]', unknown],
])('%j has curl: %p', (lines, expected) => {
  expect(programInServiceImage(serviceOf(lines), 'curl')).toBe(expected);
});

test('arguments for the entrypoint of the image bring nothing', () => {
  expect(programInServiceImage(serviceOf('image: traefik:v3\ncommand: [--ping=true]'), 'curl')).toBe(false);
});

test.each([
  ['image: nginx:1.29', false],
  ['image: nginx:1.29\nports: ["80:80"]', false],
  ['image: nginx:1.29\nvolumes: ["./site:/usr/share/nginx/html:ro"]', false],
  ['image: nginx:1.29\nports: ["80:8080"]', true],
  ['image: nginx:1.29\nports: ["80:${PORT}"]', true],
  ['image: nginx:1.29\nexpose: ["8000-8100"]', true],
  ['image: nginx:1.29\nenvironment: { NGINX_PORT: 8080 }', unknown],
  ['image: nginx:1.29\nenv_file: web.env', unknown],
  ['image: nginx:1.29\nvolumes: ["./conf:/etc/nginx/conf.d"]', unknown],
  ['image: nginx:1.29\ncommand: nginx -c /x', unknown],
  ['image: nginx:1.29\nnetwork_mode: service:other', unknown],
  ['image: node:22', unknown],
  ['image: acme/web:1', unknown],
])('%j serves 8080: %p', (lines, expected) => {
  expect(portInServiceImage(serviceOf(lines), 8080)).toBe(expected);
});

test('an image is as it is where no service builds it, and all of the service is seen', () => {
  expect(imageAsItIs(serviceOf('build: .\nimage: nginx:1.29'))).toBeUndefined();
  const built = composeOf('services:\n  a: { image: "nginx:1.29" }\n  b: { build: ., image: "nginx:1.29" }\n');
  expect(imageAsItIs(serviceIn(built, 'a'))).toBe(unknown);
  const override = composeOf({ 'compose.override.yaml': 'services:\n  a: { image: "nginx:1.29" }\n' });
  expect(imageAsItIs(serviceIn(override, 'a'))).toBe(unknown);
});

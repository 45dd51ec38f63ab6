import { parseReference } from '@dockwarden-internal/syntax';
import { BACKING_SERVICES } from './backing-service.ts';

test.each(Object.entries(BACKING_SERVICES))('%s is complete', (name, service) => {
  const reference = parseReference(service.image);
  expect('fault' in reference ? reference.message : reference.tag).toMatch(/^\d+\.?\d*(-alpine)?$/);
  expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(new URL(service.url.replace('{host}', name)).password).toBe('');
  expect(service.healthcheck[0]).toMatch(/^CMD(-SHELL)?$/);
  for (const secret of Object.values(service.secrets ?? {})) {
    expect(secret).toMatch(new RegExp(`^${name}-(root-)?password$`));
    expect(JSON.stringify([service.environment, service.command])).toContain(`/run/secrets/${secret}`);
  }
});

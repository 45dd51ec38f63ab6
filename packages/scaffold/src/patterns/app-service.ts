import type { Development, Service } from '../model/service.ts';

/** The service of an app that keeps its state elsewhere: as one user and group, with nothing to write but /tmp. */
export function appService(
  { port, healthPath }: Pick<Service, 'port' | 'healthPath'>,
  user: string | number,
  development?: Development,
): Service {
  return {
    ...(port !== undefined && { port }),
    ...(healthPath !== undefined && { healthPath }),
    user: `${user}:${user}`,
    writable: ['/tmp'],
    environment: {},
    ...(development && { development }),
  };
}

import type { SetupOptions } from '@dockwarden-internal/scaffold';
import type { SetupValues } from '../options/setup-options.ts';

/** The options that stacks are planned with. */
export function stackOptions(values: SetupValues): SetupOptions {
  return {
    pattern: values.pattern ?? 'multi',
    build: values.build ?? 'inside',
    privateRegistry: values.privateRegistry === true,
    ...(values.base !== undefined && { base: values.base }),
    ...(values.port !== undefined && { port: values.port }),
    ...(values.healthPath !== undefined && { healthPath: values.healthPath }),
  };
}

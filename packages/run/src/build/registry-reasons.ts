import type { RegistryFailure } from '@dockwarden-internal/build';

/** Why a registry does not show an image, in words. */
export const registryReasons: Readonly<Record<RegistryFailure, string>> = {
  absent: 'the registry has no such image',
  denied: 'the registry refuses: log in with docker login',
  unreachable: 'the registry cannot be reached',
  silent: 'the registry does not answer in time',
  interrupted: 'the run was interrupted',
};

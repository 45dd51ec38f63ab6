import type { Diagnostic } from '@dockwarden-internal/syntax';

export function noContainer(image: string): Diagnostic {
  return {
    code: 'container/none',
    message: `No container of ${image} is there.`,
    hint: `Start one: dockwarden run ${image}, or dockwarden up.`,
    exit: 3,
  };
}

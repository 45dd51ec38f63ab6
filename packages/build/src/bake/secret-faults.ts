import { existsSync } from 'node:fs';
import { type Diagnostic, ownEntry } from '@dockwarden-internal/syntax';
import type { BakeTarget } from './bake-target.ts';

/**
 * Secrets that are not there. Asked before the build, since buildx passes an unset variable on as an empty secret, and says of a missing
 * file only that it cannot be found.
 */
export function secretFaults(
  targets: readonly BakeTarget[],
  env: Readonly<Record<string, string | undefined>>,
): readonly Diagnostic[] {
  return targets.flatMap(({ image, secrets }) =>
    secrets.flatMap(({ id, file, env: variable }) => {
      const name = variable ?? (file === undefined ? id : undefined);
      const why =
        file !== undefined && !existsSync(file)
          ? `its file ${file} is not there`
          : name !== undefined && ownEntry(env, name) === undefined
            ? `the variable ${name} is not set`
            : undefined;
      if (why === undefined) return [];
      const message = `${image}: the secret "${id}" is missing: ${why}.`;
      const hint = 'Provide it, or drop it from "secrets" in dockwarden.yaml.';
      return [{ code: 'build/secret-missing', message, hint, exit: 3 as const }];
    }),
  );
}

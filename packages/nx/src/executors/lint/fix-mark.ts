import type { NxJsonConfiguration, ProjectConfiguration } from '@nx/devkit';
import { FRESH_FIX } from '../../inference/task-inputs.ts';

/**
 * Whether the mark of a run with `--fix` is an input of a target. Inferred ones have it; `inputs` of a project or of `targetDefaults` stand in
 * their place.
 */
export function hasFixMark(
  project: Pick<ProjectConfiguration, 'targets' | 'namedInputs'> | undefined,
  target: string,
  nxJson: Pick<NxJsonConfiguration, 'namedInputs'> | undefined,
): boolean {
  const named = { ...nxJson?.namedInputs, ...project?.namedInputs };
  const seen = new Set<string>();
  const isMark = (input: unknown): boolean => {
    if (typeof input !== 'string')
      return typeof input === 'object' && input !== null && 'env' in input && input.env === FRESH_FIX;
    if (seen.has(input) || !Object.hasOwn(named, input)) return false;
    seen.add(input);
    return named[input]!.some(isMark);
  };
  return (project?.targets?.[target]?.inputs ?? []).some(isMark);
}

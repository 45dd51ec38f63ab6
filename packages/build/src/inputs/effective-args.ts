import { builderArgs, known, pairsOf, variablesOf } from '@dockwarden-internal/facts';
import type { EffectiveArg } from '../model/image-inputs.ts';
import { namesInFrom } from './passed-names.ts';
import type { ReachedReading } from './reached.ts';

/**
 * Build arguments that a reached stage declares, in file order, each value once, and those that the builder itself reads. What no stage
 * declares reaches nothing; proxies are left out, as the builder leaves them out of its cache.
 */
export function effectiveArgs({ dockerfile, stages }: ReachedReading): EffectiveArg[] {
  const given = dockerfile.buildArgs ?? new Map<string, string>();
  const inFrom = namesInFrom(dockerfile);
  const found = new Map<string, EffectiveArg>();
  const add = (name: string, value: string | undefined) => {
    const base = inFrom.has(name) && { namesBase: true };
    found.set(JSON.stringify([name, value]), { name, value, given: given.has(name), ...base });
  };
  for (const instruction of stages.flatMap(({ instructions }) => instructions)) {
    if (instruction.node.keyword !== 'arg') continue;
    const variables = variablesOf(instruction);
    for (const pair of pairsOf(instruction)) {
      const variable = variables.find(({ place }) => place.span.start === pair.span.start);
      add(pair.name, known(variable?.value));
    }
  }
  const declared = new Set([...found.values()].map(({ name }) => name));
  for (const [name, value] of given) if (builderArgs.has(name) && !declared.has(name)) add(name, value);
  return [...found.values()];
}

/** Whose step a vertex is, and what it is called without that. */
export interface StepName {
  readonly target: string;
  readonly step: string;
  readonly internal: boolean;
  readonly exports: boolean;
}

/**
 * buildx puts the target's name into the brackets of a step (`[api 2/3] RUN …`), or brackets before it, where a bake has several
 * targets; of a single one it says nothing.
 */
export function stepName(name: string, targets: ReadonlySet<string>): StepName | undefined {
  if (name === '[internal] load local bake definitions') return undefined;
  const [whole, first, inner] = /^\[([^\s\]]+)(?: ([^\]]*))?\] ?/.exec(name) ?? [];
  if (targets.size === 1) return { target: [...targets][0]!, ...kindOf(name) };
  if (whole === undefined || !targets.has(first!)) return undefined;
  const rest = name.slice(whole.length);
  return { target: first!, ...kindOf(inner === undefined ? rest : `[${inner}] ${rest}`) };
}

function kindOf(step: string): Omit<StepName, 'target'> {
  return {
    step,
    internal: /^\[(?:\S+ )?(?:internal|auth)\]|^\[context /.test(step) || !step.startsWith('['),
    exports: /^exporting (?!cache\b)/.test(step),
  };
}

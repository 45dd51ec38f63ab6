import type { BaseKind } from '../model/setup-options.ts';
import type { Stack } from '../model/stack.ts';
import PROOFS from './proofs.generated.json';

/** `built`: built, started and stopped on an engine by our tests; `checked`: linted, and asked of BuildKit, which builds nothing. */
export type Proof = 'built' | 'checked';

/** How what a stack writes is proved with a base: what no case of e2e/stacks.yaml builds is at most checked, by the tests of the stack. */
export function proofOf({ name, bases }: Stack, base: BaseKind): Proof {
  const proofs: Readonly<Record<string, string>> | undefined = (PROOFS as Record<string, Record<string, string>>)[name];
  const own = proofs?.[base] ?? (base === bases[0] ? proofs?.['default'] : undefined);
  return own === 'built' ? 'built' : 'checked';
}

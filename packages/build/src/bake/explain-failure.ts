import { engineFault } from '../docker/engine-fault.ts';
import { registryFault } from '../docker/registry-fault.ts';
import type { TargetError } from './bake-result.ts';
import { FAILURES } from './failures.ts';

export type Explained = Pick<TargetError, 'code' | 'message' | 'hint' | 'exit'>;

/** A sentence for what BuildKit says, with the exit code that it calls for; what is not known is told as it is said. */
export function explainFailure(text: string): Explained {
  for (const { matches, code, exit, message, hint } of FAILURES) {
    const match = matches.exec(text);
    if (match) return { code, exit, message: message(match), ...(hint && { hint }) };
  }
  const engine = engineFault({ code: 1, stdout: '', stderr: text });
  if (engine) return engine;
  const reference = /failed to (?:push|resolve source metadata for|configure registry cache exporter) (\S+?):? /.exec(
    text,
  )?.[1];
  const registry = registryFault({ stderr: text }, reference ?? 'the image');
  if (registry && (reference || /blob|manifest|registry/i.test(text))) return registry;
  return { code: 'build/failed', message: sentence(text), exit: 1 };
}

/** Faults that strike every target alike: building the others again would only repeat them. */
export function strikesAll({ code }: Explained): boolean {
  return /^(?:engine\/|build\/disk-full$)/.test(code);
}

function sentence(text: string): string {
  const first = text.trim().split('\n')[0] ?? '';
  return first === '' ? 'The build failed, and the builder does not say why.' : first.slice(0, 1000);
}

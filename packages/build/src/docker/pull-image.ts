import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { RunProgram } from '../model/program.ts';
import { engineFault } from './engine-fault.ts';
import { TRANSFER_TIMEOUT } from './limits.ts';
import { registryFault } from './registry-fault.ts';

/** Brings an image of a registry into the engine, by the digest that its reference names. */
export async function pullImage(
  run: RunProgram,
  reference: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Diagnostic | undefined> {
  const result = await run('docker', ['image', 'pull', '--quiet', '--', reference], {
    timeout: TRANSFER_TIMEOUT,
    signal,
  });
  if (result.code === 0) return undefined;
  const last = result.stderr.trim().split('\n').at(-1)?.slice(0, 500);
  return (
    engineFault(result) ??
    registryFault(result, reference) ?? {
      code: 'build/engine-refuses',
      message: `${reference} is not pulled: ${last || 'docker does not say why'}`,
      exit: 3,
    }
  );
}

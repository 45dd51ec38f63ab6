import type { RunProgram } from '../model/program.ts';
import { ENGINE_TIMEOUT } from './limits.ts';
import { normalPlatform } from './platform.ts';

/** What the engine runs on, for runs that need no more of it than that. */
export async function enginePlatform(run: RunProgram, signal?: AbortSignal): Promise<string | undefined> {
  const format = '{{.Server.Os}}/{{.Server.Arch}}';
  const { code, stdout } = await run('docker', ['version', '--format', format], { timeout: ENGINE_TIMEOUT, signal });
  const text = stdout.trim();
  return code === 0 && /^\w+\/\w+$/.test(text) ? normalPlatform(text) : undefined;
}

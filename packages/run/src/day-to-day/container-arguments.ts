import { resolve } from 'node:path';
import { isSecretName } from '@dockwarden-internal/facts';
import type { ContainerValues } from '../options/day-to-day-options.ts';

export interface ContainerArguments {
  readonly args: readonly string[];
  /** Variables of `docker` itself, from which it takes those that are named without a value: arguments can be seen by everybody. */
  readonly env: Readonly<Record<string, string>>;
}

/** What a container is given, as `docker run` takes it. Files are those of the folder where the command was given. */
export function containerArguments(
  { env = [], envFile = [], network, readOnly, tmpfs = [] }: ContainerValues,
  cwd: string,
): ContainerArguments | { readonly fault: string } {
  const hidden: Record<string, string> = {};
  const variables: string[] = [];
  for (const word of env) {
    const at = word.indexOf('=');
    const name = at < 0 ? word : word.slice(0, at);
    if (!/^[A-Za-z_][\w.-]*$/.test(name)) return { fault: `--env is NAME or NAME=VALUE, not ${JSON.stringify(word)}` };
    const hides = at >= 0 && isSecretName(name);
    if (hides) hidden[name] = word.slice(at + 1);
    variables.push('--env', hides ? name : word);
  }
  const wrong = tmpfs.find((path) => !path.startsWith('/'));
  if (wrong !== undefined)
    return { fault: `--tmpfs is a path in the container, such as /var/cache, not ${JSON.stringify(wrong)}` };
  if (network !== undefined && !/^[\w][\w.:-]*$/.test(network))
    return { fault: `--network is the name of a network, not ${JSON.stringify(network)}` };
  const folders = new Set([...(readOnly ? ['/tmp'] : []), ...tmpfs]);
  return {
    args: [
      ...variables,
      ...envFile.flatMap((file) => ['--env-file', resolve(cwd, file)]),
      ...(network === undefined ? [] : ['--network', network]),
      ...(readOnly ? ['--read-only'] : []),
      ...[...folders].flatMap((path) => ['--tmpfs', path]),
    ],
    env: hidden,
  };
}

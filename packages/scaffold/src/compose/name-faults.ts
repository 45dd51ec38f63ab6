import { type Diagnostic, parseReference } from '@dockwarden-internal/syntax';
import type { ComposeRequest } from './compose-request.ts';

/** Source: moby, names of networks and containers; RFC 1123, host names. */
const NETWORK = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;
const HOST = /^[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?$/;

/** A fault for the first name that Compose or the engine would refuse, or take for something else. */
export function nameFault(
  { image, network = {} }: ComposeRequest,
  mounts: readonly { readonly source: string; readonly target: string }[],
): Diagnostic | undefined {
  const reference = parseReference(image.repository);
  if ('fault' in reference) return fault('image', image.repository, reference.message);
  if (reference.tag !== undefined || reference.digest !== undefined)
    return fault('image', image.repository, 'Its version is chosen when it is run: leave out tag and digest.');
  if (network.external !== undefined && !NETWORK.test(network.external))
    return fault('network', network.external, 'Names of networks have letters, digits, dots, hyphens and underscores.');
  const alias = network.aliases?.find((one) => !HOST.test(one));
  if (alias !== undefined) return fault('alias', alias, 'An alias is a host name: letters, digits, dots and hyphens.');
  const mount = mounts.flatMap(({ source, target }) => [source, target]).find((path) => path.includes(':'));
  if (mount !== undefined) return fault('folder to mount', mount, 'A colon ends a path in volumes.');
  return undefined;
}

function fault(kind: string, name: string, hint: string): Diagnostic {
  return {
    code: 'setup/compose-name',
    message: `${JSON.stringify(name)} cannot be the name of the ${kind}.`,
    hint,
    exit: 2,
  };
}

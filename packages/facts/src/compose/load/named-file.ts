import { remoteKind } from '../../source/remote-source.ts';
import type { LocatedScalar } from '../located.ts';
import { resolvePath } from '../resolve-path.ts';
import type { Session } from './session.ts';

/**
 * The path of a Compose file that `include` or `extends` names. Undefined, and the model is open then, for one that
 * variables hide, a remote one (an address of git or OCI), and one out of the root, which is noted.
 */
export function namedFile(session: Session, { value, holes, folder, place }: LocatedScalar): string | undefined {
  const text = String(value);
  const unknown = holes.length > 0 || folder === undefined || isRemote(text);
  const path = unknown ? undefined : resolvePath(folder, text);
  if (path !== undefined) return path;
  session.open = true;
  if (!unknown) session.outside.push({ text, place });
  return undefined;
}

function isRemote(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || remoteKind(text) !== undefined;
}

import { type Diagnostic, suggest } from '@dockwarden-internal/syntax';
import table from './backing-services.json';

/** A database, cache or broker that an app can be given. `{host}` stands for the name that it is found by. */
export interface BackingService {
  /** An official image, with the version that is current on the table's day. */
  readonly image: string;
  /** `uid:gid` of the image's own user: started as it, the server needs no capability. */
  readonly user: string;
  readonly port: number;
  /** What the app's variables begin with: `DATABASE` of `DATABASE_URL`. */
  readonly variable: string;
  /** Address for the app, without a password. */
  readonly url: string;
  /** Names of the files of passwords; `password` is the one that the app logs in with. */
  readonly secrets?: { readonly password: string; readonly root?: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  /** Folders whose contents outlive a container; the image has them, and they belong to `user`. */
  readonly volumes: readonly string[];
  /** Further folders, besides `/tmp`, that the server must be able to write. */
  readonly tmpfs: readonly string[];
  readonly healthcheck: readonly string[];
  /** Why the health check is as it is. */
  readonly why?: string;
  /** How long a first start may take. */
  readonly start?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly limits: { readonly cpus: string; readonly memory: string; readonly pids: number };
  readonly reservations: { readonly cpus: string; readonly memory: string };
}

/** By the name that `--with` takes. */
export const BACKING_SERVICES: Readonly<Record<string, BackingService>> = table.services;

/** A fault for the first name that is not in the table. */
export function unknownBackingService(names: readonly string[]): Diagnostic | undefined {
  const name = names.find((one) => !Object.hasOwn(BACKING_SERVICES, one));
  if (name === undefined) return undefined;
  const known = Object.keys(BACKING_SERVICES);
  const near = suggest(name, known);
  return {
    code: 'setup/unknown-service',
    message: `There is no service ${JSON.stringify(name)} to set up with.`,
    hint: near ? `Did you mean ${near}?` : `Services: ${known.join(', ')}.`,
    exit: 2,
  };
}

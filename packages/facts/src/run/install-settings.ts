import { isOff } from '../commands/flags.ts';
import type { InstallReading } from '../commands/read-install.ts';
import { type Maybe, unknown } from '../kernel/unsure.ts';

export type InstallPart = {
  [Part in keyof InstallReading]-?: boolean extends NonNullable<InstallReading[Part]> ? Part : never;
}[keyof InstallReading];

/** A setting by which a package manager goes where no option of the command says otherwise. */
export interface InstallSetting {
  /** As `InstallReading.manager`; blank-separated. */
  readonly managers: string;
  readonly part: InstallPart;
  /** Variables of the environment; blank-separated, the first that is set counts. Empty where there is none. */
  readonly variables: string;
  /** The program whose `config set` or file of settings has it, and its key there. */
  readonly config?: readonly [program: string, key: string];
  /** True where images are built to hand it on, so that a base that is not known may have set it. */
  readonly inherited?: true;
  /** What a value makes of the part; absent where it leaves it as it is. */
  readonly read: (value: string) => Maybe<boolean>;
}

const DEV = /(^|[\s,])dev([\s,]|$)/;
const PRODUCTION = /^production$/;
const CI = /^(?!false$)./;

/**
 * The first that speaks counts. Sources: npm 11, config; pnpm 10, settings and its use of ci-info; Yarn 1 and 4, install and yarnrc; uv 0.9,
 * environment variables; pip 25.3, configuration, and its handler of no-cache-dir; Bundler 2, config; Composer 2, environment variables; conda 25,
 * settings; Cargo, configuration; apt.conf(5); dnf.conf(5).
 */
export const INSTALL_SETTINGS: readonly InstallSetting[] = [
  { managers: 'npm', part: 'dev', ...npm('include'), read: where(DEV, true) },
  { managers: 'npm', part: 'dev', ...npm('omit'), read: where(DEV, false) },
  { managers: 'npm', part: 'dev', ...npm('only'), read: where(/^prod(uction)?$/, false) },
  { managers: 'npm pnpm yarn', part: 'dev', ...npm('production'), read: isNot },
  { managers: 'yarn', part: 'dev', variables: 'YARN_PRODUCTION', config: ['yarn', 'production'], read: isNot },
  { managers: 'npm pnpm yarn', part: 'dev', variables: 'NODE_ENV', inherited: true, read: where(PRODUCTION, false) },
  // What bun makes of it is not relied on.
  { managers: 'bun', part: 'dev', variables: 'NODE_ENV', inherited: true, read: where(PRODUCTION, unknown) },
  { managers: 'uv', part: 'dev', variables: 'UV_NO_DEV', read: isNot },
  { managers: 'composer', part: 'dev', variables: 'COMPOSER_NO_DEV', read: isNot },

  { managers: 'pnpm', part: 'frozen', ...npm('frozen-lockfile'), read: is },
  { managers: 'pnpm', part: 'frozen', variables: 'CI', read: where(CI, true) },
  { managers: 'yarn', part: 'frozen', ...yarn('enableImmutableInstalls'), read: is },
  // Yarn 4 takes it for granted in CI, Yarn 1 does not.
  { managers: 'yarn', part: 'frozen', variables: 'CI', read: where(CI, unknown) },
  { managers: 'uv', part: 'frozen', variables: 'UV_FROZEN', read: is },
  { managers: 'uv', part: 'frozen', variables: 'UV_LOCKED', read: is },
  { managers: 'bundle', part: 'frozen', ...bundle('frozen'), read: is },
  { managers: 'bundle', part: 'frozen', ...bundle('deployment'), read: is },

  // Any value that pip takes for a yes or a no switches the cache off.
  { managers: 'pip', part: 'noCache', ...pip('no-cache-dir'), inherited: true, read: where(/./, true) },
  { managers: 'uv', part: 'noCache', variables: 'UV_NO_CACHE', read: is },

  { managers: 'npm pnpm', part: 'offline', ...npm('offline'), read: is },
  { managers: 'yarn', part: 'offline', ...yarn('enableNetwork'), read: isNot },
  { managers: 'uv', part: 'offline', variables: 'UV_OFFLINE', read: is },
  { managers: 'pip', part: 'offline', ...pip('no-index'), read: is },
  { managers: 'cargo', part: 'offline', variables: 'CARGO_NET_OFFLINE', read: is },

  { managers: 'apt', part: 'assumeYes', variables: '', config: ['apt', 'apt::get::assume-yes'], read: is },
  { managers: 'apt', part: 'recommends', variables: '', config: ['apt', 'apt::install-recommends'], read: is },
  { managers: 'dnf yum tdnf', part: 'assumeYes', variables: '', config: ['dnf', 'assumeyes'], read: is },
  { managers: 'dnf yum tdnf', part: 'recommends', variables: '', config: ['dnf', 'install_weak_deps'], read: is },

  { managers: 'conda mamba micromamba', part: 'assumeYes', variables: 'CONDA_ALWAYS_YES MAMBA_ALWAYS_YES', read: is },
];

type Names = Pick<InstallSetting, 'variables' | 'config'>;

/** npm knows no case in them. */
function npm(key: string): Names {
  const name = `npm_config_${key.replaceAll('-', '_')}`;
  return { variables: `${name} ${name.toUpperCase()}`, config: ['npm', key] };
}

function yarn(key: string): Names {
  return { variables: `YARN_${key.replace(/[A-Z]/g, '_$&').toUpperCase()}`, config: ['yarn', key] };
}

function pip(key: string): Names {
  return { variables: `PIP_${key.replaceAll('-', '_').toUpperCase()}`, config: ['pip', key] };
}

function bundle(key: string): Names {
  return { variables: `BUNDLE_${key.toUpperCase()}`, config: ['bundle', key] };
}

function where(values: RegExp, part: Maybe<boolean>): InstallSetting['read'] {
  return (value) => (values.test(value) ? part : undefined);
}

function is(value: string): boolean | undefined {
  if (isOff(value)) return false;
  return /^(1|t|true|y|yes|on)$/i.test(value) ? true : undefined;
}

function isNot(value: string): boolean | undefined {
  const said = is(value);
  return said === undefined ? undefined : !said;
}

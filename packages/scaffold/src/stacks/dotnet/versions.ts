import { type FileSystem, joinPath } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { jsonValue } from '../../json/read-json.ts';
import type { Evidence } from '../../model/evidence.ts';
import { DEFAULT_VERSIONS, VERSIONS_AS_OF } from '../versions.ts';
import type { ProjectFile } from './project-file.ts';
import { foldersAbove, propertyAround } from './surroundings.ts';

/** The oldest version whose images have a user of their own, and whose SDK keeps what it builds apart from the sources. */
export const OLDEST = 8;

/** What a program runs on. */
export interface Target {
  readonly version: string;
  /** The moniker, where it has to be chosen among several. */
  readonly framework?: string;
  readonly evidence: Evidence;
}

/** The newest of the frameworks that a project names and Linux has; `unfit` gives those that it names where none is. */
export function targetOf(fs: FileSystem, file: ProjectFile): Target | { readonly unfit: string } {
  const several = propertyAround(fs, file, 'TargetFrameworks');
  const said = propertyAround(fs, file, 'TargetFramework') ?? several;
  if (said === undefined) {
    const version = DEFAULT_VERSIONS.dotnet;
    return {
      version,
      evidence: { what: `.NET ${version}`, why: `no file names a version; current on ${VERSIONS_AS_OF}` },
    };
  }
  const monikers = said.split(';').map((word) => word.trim());
  const versions = monikers.flatMap((word) => /^net(\d{1,3}\.\d)(?:-linux\S*)?$/.exec(word)?.[1] ?? []);
  const version = versions.sort(compareVersions).at(-1);
  if (version === undefined || Number.parseInt(version, 10) < OLDEST) return { unfit: said };
  const chosen = several === said ? monikers.find((word) => word.startsWith(`net${version}`)) : undefined;
  return {
    version,
    ...(chosen !== undefined && { framework: chosen }),
    evidence: { what: `.NET ${version}`, why: `${said} in ${file.path}` },
  };
}

/** What global.json asks for, where it does. */
export interface ChosenSdk {
  /** Tag of the SDK's image. */
  readonly tag: string;
  readonly evidence?: Evidence;
  readonly note?: string;
}

/** Values of rollForward that stay within a feature band, of which a tag of two numbers has only the newest. Source: .NET, "global.json overview". */
const WITHIN_BAND = ['patch', 'latestPatch', 'disable'];

/** The SDK that the nearest global.json allows; that of the target where there is none. */
export function sdkOf(fs: FileSystem, program: string, target: string): ChosenSdk | Diagnostic {
  for (const folder of foldersAbove(program)) {
    const file = joinPath(folder, 'global.json');
    const text = fs.read(file);
    if (text === undefined) continue;
    const { version, rollForward } = wanted(text);
    if (version === undefined) return { tag: target };
    if (WITHIN_BAND.includes(rollForward ?? 'patch') && compareVersions(version, target) < 0)
      return olderSdk(file, version, target);
    const evidence = { what: `SDK ${version}`, why: `sdk.version in ${file}` };
    if (WITHIN_BAND.includes(rollForward ?? 'patch'))
      return {
        tag: version,
        evidence,
        note: `${file} takes the SDK ${version} and later patches of it, so that its image is named by all three numbers: rollForward latestFeature lets it move on.`,
      };
    const own = /^\d+\.\d+/.exec(version)![0];
    return { tag: compareVersions(own, target) > 0 ? own : target, evidence };
  }
  return { tag: target };
}

function olderSdk(path: string, version: string, target: string): Diagnostic {
  return {
    code: 'setup/older-sdk',
    message: `${path} asks for the SDK ${version}, which does not build for .NET ${target}.`,
    hint: 'Raise sdk.version, or the version that the project targets.',
    path,
    exit: 2,
  };
}

function wanted(text: string): { readonly version?: string; readonly rollForward?: string } {
  const sdk: unknown = (jsonValue(text) as { sdk?: unknown } | undefined)?.sdk;
  if (typeof sdk !== 'object' || sdk === null) return {};
  const { version, rollForward } = sdk as Record<string, unknown>;
  return {
    ...(typeof version === 'string' && /^\d{1,3}\.\d\.\d{3}$/.test(version) && { version }),
    ...(typeof rollForward === 'string' && { rollForward }),
  };
}

function compareVersions(one: string, other: string): number {
  return (
    Number(one.split('.')[0]) - Number(other.split('.')[0]) || Number(one.split('.')[1]) - Number(other.split('.')[1])
  );
}

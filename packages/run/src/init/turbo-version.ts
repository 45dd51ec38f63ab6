import { join } from 'node:path';
import { asFields, fieldsOf } from '@dockwarden-internal/scaffold/json/json-fields';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { readOutside } from '../files/read-outside.ts';

/** Which Turborepo a workspace runs, as far as its files tell. */
export interface TurboVersion {
  /** `2.11.3`, or the least that package.json allows: `^2.4.0`. */
  readonly text: string;
  readonly major: number;
  readonly minor: number;
  readonly installed: boolean;
}

/** The version that is installed, else the least that the root's package.json asks for; undefined where neither says one. */
export function turboVersion(fs: NodeFileSystem): TurboVersion | undefined {
  // Package managers may install as a link to where all workspaces share packages.
  const installed = fieldsOf(readOutside(join(fs.root, 'node_modules/turbo/package.json')))['version'];
  if (typeof installed === 'string') return versionIn(installed, true);
  const manifest = fieldsOf(fs.read('package.json'));
  const asked = [manifest['devDependencies'], manifest['dependencies']].map((field) => asFields(field)['turbo']);
  const range = asked.find((each) => typeof each === 'string');
  return typeof range === 'string' ? versionIn(range, false) : undefined;
}

function versionIn(text: string, installed: boolean): TurboVersion | undefined {
  const [, major, minor = '0'] = /^[\^~>=v ]*(\d{1,6})(?:\.(\d{1,6}))?/.exec(text) ?? [];
  return major === undefined ? undefined : { text, major: Number(major), minor: Number(minor), installed };
}

function isAtLeast(version: TurboVersion | undefined, major: number, minor: number): boolean {
  return version !== undefined && (version.major > major || (version.major === major && version.minor >= minor));
}

/** Before, a task does not know `$TURBO_ROOT$`, and a glob that begins with it silently matches nothing. Source: Turborepo 2.5. */
export function knowsTurboRoot(version: TurboVersion | undefined): boolean {
  return isAtLeast(version, 2, 5);
}

/**
 * Whether `futureFlags.affectedUsingTaskInputs` does what it should. Before 2.8.18 it is an unknown key, which is an error, and up to 2.9 a
 * selected task runs without those that it depends on.
 */
export function selectsByInputs(version: TurboVersion | undefined): boolean {
  return isAtLeast(version, 2, 10);
}

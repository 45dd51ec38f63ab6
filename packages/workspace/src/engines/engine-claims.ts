import type { EngineClaim, FileSystem } from '@dockwarden-internal/facts';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import type { FolderIndex } from '../folder-index.ts';
import { innerSpan, nodeAt, readJson, stringAt } from '../json-file.ts';
import { LINE_CLAIMS, MANIFEST_CLAIMS } from './engine-files.ts';

/** What the files of a folder ask of runtimes and package managers, in the order of the tables. */
export function claimsIn(fs: FileSystem, index: FolderIndex, folder: string): EngineClaim[] {
  const names = index.names(folder);
  return [
    ...(names.includes('package.json') ? manifestClaims(fs, joinPath(folder, 'package.json')) : []),
    ...(names.includes('global.json') ? sdkClaim(fs, joinPath(folder, 'global.json')) : []),
    ...names.flatMap((name) => lineClaims(fs, name, joinPath(folder, name))),
  ];
}

function manifestClaims(fs: FileSystem, file: string): EngineClaim[] {
  const json = readJson(fs, file);
  const claims: EngineClaim[] = [];
  const add = (runtime: string | undefined, ...path: string[]) => {
    const node = nodeAt(json, ...path);
    const range = stringAt(json, ...path);
    if (runtime && node && range?.trim()) claims.push({ runtime, range, file, span: innerSpan(node) });
  };
  for (const [runtime, ...path] of MANIFEST_CLAIMS) add(runtime, ...path);
  add(stringAt(json, 'devEngines', 'runtime', 'name'), 'devEngines', 'runtime', 'version');
  add(stringAt(json, 'devEngines', 'packageManager', 'name'), 'devEngines', 'packageManager', 'version');
  const pinned = /^(npm|pnpm|yarn|bun)@(\d[\w.-]*)/.exec(stringAt(json, 'packageManager') ?? '');
  if (pinned) {
    const start = innerSpan(nodeAt(json, 'packageManager')!).start + pinned[1]!.length + 1;
    claims.push({ runtime: pinned[1]!, range: pinned[2]!, file, span: { start, end: start + pinned[2]!.length } });
  }
  return claims;
}

/** Source: .NET, global.json overview. */
function sdkClaim(fs: FileSystem, file: string): EngineClaim[] {
  const json = readJson(fs, file);
  const node = nodeAt(json, 'sdk', 'version');
  const range = stringAt(json, 'sdk', 'version');
  return node && range ? [{ runtime: 'dotnet', range, file, span: innerSpan(node) }] : [];
}

function lineClaims(fs: FileSystem, name: string, file: string): EngineClaim[] {
  return LINE_CLAIMS.filter((claim) => claim.file.test(name)).flatMap(({ runtime, pattern }) => {
    const found = pattern.exec(fs.read(file) ?? '');
    if (!found) return [];
    const [start, end] = found.indices![1]!;
    return [{ runtime, range: found[1]!, file, span: { start, end } }];
  });
}

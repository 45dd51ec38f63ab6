import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tarLines } from './tar.mjs';

/**
 * Builds images in one bake into a tar each, and gives for each the digests of what is in it: as it is, and with the modes that a staged
 * copy gives. Nothing comes from the builder's cache: now and then it answers a COPY with an earlier layer in which a folder has another mode
 * (seen with Docker 28.5). `targets`: by name `{ context, dockerfile, contexts, args }`, all paths absolute.
 */
export function builtContents(targets, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const target = Object.fromEntries(
    Object.entries(targets).map(([name, each]) => [
      name,
      { ...each, output: [`type=tar,dest=${join(folder, `${name}.tar`)}`] },
    ]),
  );
  const file = join(folder, 'bake.json');
  writeFileSync(file, JSON.stringify({ group: { default: { targets: Object.keys(targets) } }, target }));
  const { status, stderr } = spawnSync('docker', ['buildx', 'bake', '--progress=plain', '--no-cache', '-f', file], {
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      BUILDX_BAKE_ENTITLEMENTS_FS: '0',
      BUILDX_METADATA_PROVENANCE: 'disabled',
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
    },
  });
  if (status !== 0) return { error: stderr.trim().split('\n').slice(-4).join('\n') };
  const contents = new Map();
  for (const name of Object.keys(targets)) {
    const lines = tarLines(readFileSync(join(folder, `${name}.tar`)));
    contents.set(name, { direct: digestOf(lines), staged: digestOf(lines.map(canonical)), lines });
  }
  return { contents };
}

function canonical(line) {
  if (line.kind === 'folder') return { ...line, mode: 0o755 };
  return line.kind === 'file' ? { ...line, mode: line.mode & 0o100 ? 0o755 : 0o644 } : line;
}

function digestOf(lines) {
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex');
}

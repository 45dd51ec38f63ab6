import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a corpus (`dockerfile.jsonl`, `compose.jsonl`: one `{ content }` a line) as files of a temporary folder. */
export function layCorpus(folder) {
  const root = mkdtempSync(join(tmpdir(), 'dockwarden-corpus-'));
  const lines = (name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  for (const [kind, records] of [
    ['docker', lines('dockerfile.jsonl')],
    ['compose', lines('compose.jsonl')],
  ]) {
    for (const { id, content } of records) {
      mkdirSync(join(root, kind, id), { recursive: true });
      writeFileSync(join(root, kind, id, kind === 'docker' ? 'Dockerfile' : 'docker-compose.yml'), content);
    }
  }
  return root;
}

// Replays a history and counts the images that each way of choosing would build at every commit:
//   node scripts/replay/main.mjs [--commits 150] [--seed 1] [--repository FOLDER --images FOLDER]
// Without a repository: a generated monorepo whose images only copy, so that what an image really holds is known at every commit.
// With one: its own commits, as they are; what an image really holds is then not known, and the ideal is left out.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSource } from '../load-source.mjs';
import { generateHistory } from './history.mjs';
import { byProjectFiles } from './project-files.mjs';

const { values } = parseArgs({
  options: {
    commits: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    repository: { type: 'string' },
    images: { type: 'string', default: '.' },
  },
});

const { contentsOfImages } = await loadSource(
  `export { contentsOfImages } from './scripts/replay/contents-of-images.ts'`,
);
const work = mkdtempSync(join(tmpdir(), 'dockwarden-replay-'));
try {
  const generated = values.repository === undefined;
  const clone = join(work, 'clone');
  if (generated) generateHistory(clone, { commits: Number(values.commits), seed: Number(values.seed) });
  else execFileSync('git', ['clone', '-q', '--no-checkout', resolve(values.repository), clone]);
  const git = (...args) => execFileSync('git', args, { cwd: clone, encoding: 'utf8', maxBuffer: 1 << 28 });
  const all = git('rev-list', '--reverse', '--first-parent', 'HEAD').trim().split('\n');
  const commits = generated ? all : all.slice(-Number(values.commits));
  const counts = { ours: 0, projectFiles: 0, ideal: 0, missed: 0, needless: 0, images: 0, commits: 0 };
  let before;
  for (const commit of commits) {
    git('checkout', '-q', '--force', commit);
    const root = join(clone, values.images);
    const now = await contentsOfImages(root);
    if (before && now.size > 0) {
      const changed = git('diff', '--name-only', `${before.commit}`, commit, '--', values.images)
        .trim()
        .split('\n')
        .filter(Boolean);
      const inRoot = values.images === '.' ? changed : changed.map((path) => path.slice(values.images.length + 1));
      counts.commits++;
      for (const [name, { content, truth, project, closure }] of now) {
        const old = before.images.get(name);
        if (!old) continue;
        const ours = old.content !== content;
        const ideal = truth !== undefined && old.truth !== truth;
        counts.images++;
        if (ours) counts.ours++;
        if (byProjectFiles(inRoot, project, closure)) counts.projectFiles++;
        if (ideal) counts.ideal++;
        if (ideal && !ours) counts.missed++;
        if (generated && ours && !ideal) counts.needless++;
      }
    }
    before = { commit, images: now };
  }
  console.log(`${counts.commits} commits, ${before.images.size} images at the last one`);
  console.log(`built by what the images read: ${counts.ours} of ${counts.images}`);
  console.log(`built by the files of projects and of what they need (production, ^production): ${counts.projectFiles}`);
  if (generated) console.log(`ideal: ${counts.ideal}; missed: ${counts.missed}; needless: ${counts.needless}`);
  if (counts.missed > 0) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

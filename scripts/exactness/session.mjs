import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { changeSomething } from './changes.mjs';
import { contentsOf, loadKeys } from './keys.mjs';
import { randomOf } from './random.mjs';
import { builtContents } from './truth.mjs';
import { layWorkspace, NEEDED, SETTINGS } from './workspace.mjs';

/** After so many changes with an image that cannot be built, what is missing is laid again. */
const PATIENCE = 4;
/** One change in so many may take away what an image cannot be built without. */
const RECKLESS = 12;

/**
 * Changes a workspace at random, and after each change holds the digests of all images against what is in them when they are built.
 * `staged`: after every so many changes the staged copies are built too, which must hold the same; 0 for never. Yields after each change what was
 * found so far.
 */
export async function* exactness({ changes, seed, staged = 0 }) {
  const parts = await loadKeys();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-exactness-')));
  const root = join(folder, 'workspace');
  mkdirSync(root);
  try {
    layWorkspace(root);
    const random = randomOf(seed);
    const cache = parts.openDigestCache(undefined);
    const found = { changes: 0, compared: 0, moved: 0, needless: [], faults: [], refused: 0 };
    const before = new Map();
    const truths = new Map();
    let failing = '';
    let waited = 0;
    for (let index = 0; index <= changes; index++) {
      let change = { kind: 'none', what: '' };
      if (waited >= PATIENCE) {
        layWorkspace(root);
        change = { kind: 'laid again', what: '' };
      } else if (index > 0) change = changeSomething(root, random, random.below(RECKLESS) === 0 ? new Set() : NEEDED);
      found.changes = index;
      const said = `change ${index}, ${change.kind} ${change.what}`;
      const ours = await contentsOf(parts, root, SETTINGS, cache);
      const fails = (name) => ours.get(name).direct.faults.length > 0;
      const whole = [...ours.keys()].filter((name) => !fails(name));
      const broken = [...ours.keys()].filter(fails);
      waited = broken.length > 0 ? waited + 1 : 0;
      const now = broken.join(' ');
      if (now !== failing) {
        for (const name of buildable(root, index, broken, join(folder, 'alone')))
          found.faults.push(`${said}: ${name} can be built, and we say: ${ours.get(name).direct.faults[0].message}`);
        found.refused += broken.length;
      }
      failing = now;
      const built = whole.length > 0 ? builtAnew(root, index, whole, join(folder, 'out')) : { contents: new Map() };
      if (built.error) {
        found.faults.push(`${said}: cannot be built, and we do not say so: ${built.error}`);
        waited = PATIENCE;
        yield found;
        continue;
      }
      for (const name of whole) {
        for (const mode of ['staged', 'direct']) {
          const key = ours.get(name)[mode].content;
          const truth = built.contents.get(name)[mode];
          const id = `${name} ${mode}`;
          const known = truths.get(`${id} ${key}`);
          const { lines } = built.contents.get(name);
          if (known && known.truth !== truth)
            found.faults.push(
              `${said}: ${id} has another content under the same digest: ${differenceOf(known.lines, lines)}`,
            );
          truths.set(`${id} ${key}`, { truth, lines });
          const last = before.get(id);
          if (last) {
            found.compared++;
            if (last.truth !== truth) found.moved++;
            else if (last.key !== key) found.needless.push({ cause: `${change.kind} (${mode})`, image: name, said });
          }
          before.set(id, { key, truth });
        }
      }
      if (staged > 0 && index % staged === 0)
        found.faults.push(
          ...(await stagedFaults(parts, root, { ours, whole, built, folder, epoch: 1_700_000_000 })).map(
            (fault) => `${said}: ${fault}`,
          ),
        );
      yield found;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differenceOf(before, after) {
  const texts = (lines) => lines.map(({ kind, mode, path, what }) => `${kind} ${mode.toString(8)} ${path} ${what}`);
  const [old, now] = [new Set(texts(before)), new Set(texts(after))];
  return [
    ...[...old].filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...[...now].filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ]
    .slice(0, 4)
    .join(', ');
}

/** Those that can be built although we say that they cannot. */
function buildable(root, index, broken, out) {
  return broken.filter((name) => !builtAnew(root, `${index}-${name}`, [name], out).error);
}

/**
 * Builds the workspace under a path that the builder does not know yet: below one that it knows, it asks only for what has another size, time
 * or mode of a file, and takes a folder with another mode for the same.
 */
function builtAnew(root, suffix, names, out) {
  const moved = `${root}-${suffix}`;
  renameSync(root, moved);
  try {
    return builtContents(targetsOf(moved, names), out);
  } finally {
    renameSync(moved, root);
  }
}

function targetsOf(root, names) {
  return Object.fromEntries(
    names.map((name) => {
      const { dockerfile, context, args = {}, contexts = {} } = SETTINGS[name];
      const named = Object.fromEntries(Object.entries(contexts).map(([key, path]) => [key, join(root, path)]));
      return [name, { dockerfile: join(root, dockerfile), context: join(root, context), args, contexts: named }];
    }),
  );
}

/** Builds what is staged: it must hold what the workspace gives, but for modes, which `--chmod` sets for both. The time of all files is always the same. */
async function stagedFaults(parts, root, { ours, whole, built, folder, epoch }) {
  const into = parts.makeStaging(folder);
  try {
    const pieces = whole.map((name) => {
      const path = SETTINGS[name].dockerfile;
      return {
        name,
        contexts: ours.get(name).staged.contexts,
        dockerfile: { path, text: readFileSync(join(root, path), 'utf8') },
        epoch,
      };
    });
    const { images, diagnostics } = await parts.stageContexts({ pieces, into });
    if (diagnostics.length > 0) return diagnostics.map(({ message }) => message);
    const targets = Object.fromEntries(
      [...images].map(([name, { dockerfile, context, contexts }]) => [
        name,
        { dockerfile, context, args: SETTINGS[name].args ?? {}, contexts: Object.fromEntries(contexts) },
      ]),
    );
    const again = builtContents(targets, join(folder, 'again'));
    if (again.error) return [`what is staged cannot be built: ${again.error}`];
    return whole
      .filter((name) => again.contents.get(name).staged !== built.contents.get(name).staged)
      .map((name) => `${name} holds something else when it is built from ${basename(images.get(name).context)}`);
  } finally {
    parts.removeStaged(into);
  }
}

// Holds the pack of each peer to the aliases: whatever has a name there runs in the pack, and nothing else.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { readSources } from './generate/sources.mjs';

const root = join(import.meta.dirname, '..');

/** What a peer reports only where it is configured to; `.hadolint.yaml` sets it. */
const onRequest = { hadolint: ['labels/known'] };

/** What carries the names of a wider policy so that comments silence it, too; a peer's pack has that policy. */
const narrower = { 'runtime/unprivileged-server/app': 'image/non-root' };

let sources;
before(async () => {
  sources = await readSources(root);
});

/** Ids of the checks with an alias of a peer; of a policy all of whose checks have one, its own. */
function namedBy(peer) {
  return sources.policies.flatMap((policy) => {
    const checks = sources.checksOf(policy);
    const having = checks.filter(([, check]) =>
      (check.aliases ?? policy.aliases ?? []).some((alias) => alias.startsWith(`${peer}:`)),
    );
    if (having.length === checks.length) return [policy.id];
    return having.map(([name]) => `${policy.id}/${name}`);
  });
}

for (const peer of ['buildkit', 'checkov', 'dclint', 'hadolint', 'kics', 'semgrep', 'trivy'])
  test(`peers/${peer} has what has a name there`, () => {
    const named = namedBy(peer);
    const wanted = named.filter((id) => !onRequest[peer]?.includes(id) && !named.includes(narrower[id]));
    assert.ok(wanted.length > 5);
    const inPack = Object.keys(sources.ownPacks[`peers/${peer}`].policies).filter((id) => id !== 'shellcheck');
    assert.deepEqual(inPack.sort(), wanted.sort());
  });

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exactness } from '../../scripts/exactness/session.mjs';
import { withoutEngine } from '../support/engine.mjs';

const CHANGES = 50;
/** Building the copies too doubles the time of a change. */
const STAGED = 5;
/** Repeatable; `npm run exactness` takes another each time. */
const SEED = '3';

describe('digests of images', { skip: withoutEngine() }, () => {
  test(`hold over ${CHANGES} random changes, built from the workspace and from a staged copy`, async () => {
    let last;
    for await (const found of exactness({ changes: CHANGES, seed: SEED, staged: STAGED })) last = found;
    assert.deepEqual(last.faults, []);
    assert.equal(last.changes, CHANGES);
    // Contents did change, or nothing was held against anything.
    assert.ok(last.moved > CHANGES, `${last.moved} changed contents`);
    assert.ok(last.needless.length < last.moved, `${last.needless.length} digests changed for nothing`);
  });
});

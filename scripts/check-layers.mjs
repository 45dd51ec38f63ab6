/** Holds imports, I/O and printing to the layers of layers.json: `node scripts/check-layers.mjs`. Exits 1 with a sentence for each ban. */
import { resolve } from 'node:path';
import { checkLayers } from './layers/check.mjs';

const bans = checkLayers(resolve(import.meta.dirname, '..'));
for (const ban of bans) console.error(ban);
process.exitCode = bans.length > 0 ? 1 : 0;

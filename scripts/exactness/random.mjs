import { createHash } from 'node:crypto';

/** Choices that a seed decides, so that a run can be repeated. */
export function randomOf(seed) {
  let drawn = 0;
  const next = () => createHash('sha256').update(`${seed} ${drawn++}`).digest().readUInt32BE() / 2 ** 32;
  return {
    below: (limit) => Math.floor(next() * limit),
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}

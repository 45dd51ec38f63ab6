import { partitionPoint } from '@dockwarden-internal/syntax/text/partition-point';

/** How many of sorted numbers are smaller. */
export function countBelow(sorted: readonly number[], number: number): number {
  return partitionPoint(sorted, (each) => each < number);
}

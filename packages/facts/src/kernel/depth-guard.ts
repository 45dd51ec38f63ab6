/**
 * Bounds how deep a fact asks itself of other nodes, as stages that copy from one another do: no file exhausts the stack. Beyond `deepest` the
 * answer is what the caller gives for it.
 */
export function depthGuard(deepest: number): <T>(read: () => T, tooDeep: T) => T {
  let depth = 0;
  return (read, tooDeep) => {
    if (depth >= deepest) return tooDeep;
    depth++;
    try {
      return read();
    } finally {
      depth--;
    }
  };
}

/** Collects bytes up to a limit and tells them as text: their start, or their end, whichever says more. */
export function boundedText(limit: number, keep: 'start' | 'end') {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk: Buffer): void {
      if (keep === 'start') {
        const rest = limit - size;
        if (rest <= 0) return;
        chunks.push(chunk.length > rest ? chunk.subarray(0, rest) : chunk);
        size += Math.min(chunk.length, rest);
        return;
      }
      chunks.push(chunk);
      size += chunk.length;
      while (chunks.length > 1 && size - chunks[0]!.length >= limit) size -= chunks.shift()!.length;
    },
    text(): string {
      const bytes = Buffer.concat(chunks);
      return (keep === 'end' && bytes.length > limit ? bytes.subarray(bytes.length - limit) : bytes).toString('utf8');
    },
  };
}

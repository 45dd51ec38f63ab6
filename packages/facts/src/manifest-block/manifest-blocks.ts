import { textAt } from '@dockwarden-internal/syntax';
import { commentsOf } from '../comment/comments.ts';
import { memo } from '../kernel/memo.ts';
import { type Dockerfile, placeOf } from '../model/dockerfile.ts';
import type { ManifestBlock } from '../model/manifest-block.ts';
import { projectOf } from '../project/projects.ts';
import { MANIFEST_MARKS, manifestFolders, manifestLine } from './manifest-lines.ts';

/** The marked blocks of a Dockerfile, in order; a mark without its other one marks nothing. */
export const manifestBlocksOf = memo((dockerfile: Dockerfile): readonly ManifestBlock[] => {
  const { text } = dockerfile.source;
  const blocks: ManifestBlock[] = [];
  let open: { readonly whole: boolean; readonly start: number; readonly mark: ManifestBlock['place'] } | undefined;
  for (const { node, place } of commentsOf(dockerfile)) {
    const whole = node.text === MANIFEST_MARKS.openAll;
    if (whole || node.text === MANIFEST_MARKS.open)
      open = { whole, start: text.indexOf('\n', place.span.end) + 1, mark: place };
    else if (node.text === MANIFEST_MARKS.close && open && open.start > 0) {
      const end = text.lastIndexOf('\n', place.span.start) + 1;
      const project = projectOf(dockerfile);
      const body = placeOf(dockerfile, { start: open.start, end });
      blocks.push({ dockerfile, ...(project && { project }), whole: open.whole, body, place: open.mark });
      open = undefined;
    }
  }
  return blocks;
});

/** The lines as they should be, each with a line feed; absent where the Dockerfile belongs to no project. */
export const wantedLines = memo(({ dockerfile, project, whole }: ManifestBlock): string | undefined => {
  if (!project) return undefined;
  const { fs, workspace } = dockerfile.world;
  const feed = dockerfile.source.text.includes('\r\n') ? '\r\n' : '\n';
  return manifestFolders(fs, workspace, project.model, whole)
    .map((folder) => manifestLine(folder) + feed)
    .join('');
});

/** Lines that should stand there and do not. */
export function missingLines(block: ManifestBlock): readonly string[] {
  const written = linesOf(textAt(block.body));
  return linesOf(wantedLines(block) ?? '').filter((line) => !written.includes(line));
}

/** Lines that stand there and should not. */
export function needlessLines(block: ManifestBlock): readonly string[] {
  const wanted = wantedLines(block);
  return wanted === undefined ? [] : linesOf(textAt(block.body)).filter((line) => !linesOf(wanted).includes(line));
}

/** Whether what stands there is what should; absent where the Dockerfile belongs to no project. */
export function isCurrent(block: ManifestBlock): boolean | undefined {
  const wanted = wantedLines(block);
  return wanted === undefined ? undefined : linesOf(textAt(block.body)).join('\n') === linesOf(wanted).join('\n');
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

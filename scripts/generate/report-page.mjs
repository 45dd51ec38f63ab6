import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const target = ['chrome100', 'firefox100', 'safari15'];

/** Script and style of the HTML report, as they stand in every such report. */
export async function reportPage(root) {
  const folder = join(root, 'packages/report/page');
  const [script, style] = await Promise.all([
    bundled({ entryPoints: [join(folder, 'main.ts')], format: 'iife', absWorkingDir: root }),
    bundled({ stdin: { contents: readFileSync(join(folder, 'page.css'), 'utf8'), loader: 'css' } }),
  ]);
  for (const text of [script, style])
    if (/<\/?(?:script|style)|<!--/i.test(text)) throw new Error('the page would end its own element');
  return { script, style };
}

async function bundled(options) {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    target,
    ...options,
  });
  return outputFiles[0].text.trim();
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDockerfile, parseShell, sourceText } from '@dockwarden-internal/syntax';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';

// The floor: read every file, scan it, parse the shell of its RUNs or its YAML; nothing is made of it.
const [mode, ...folders] = process.argv.slice(2);
let count = 0;
for (const folder of folders) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    count++;
    if (mode === 'hash') createHash('sha1').update(text).digest();
    else if (/\.ya?ml$/.test(path)) parseYaml(sourceText(path, text));
    else {
      for (const { keyword, json, logical, argsStart, argsEnd, heredocs } of parseDockerfile(sourceText(path, text))
        .instructions) {
        if (keyword !== 'run' || json) continue;
        parseShell(logical.text.slice(argsStart, argsEnd), (start, end) =>
          logical.span(argsStart + start, argsStart + end),
        );
        for (const heredoc of heredocs) parseShell(heredoc.content, (start, end) => ({ start, end }));
      }
    }
  }
}
console.log(count);

import type { SourceFile } from '../../detect/source-files.ts';

/** The class whose main is the app's: of several the one that is named for it. Source: Java Language Specification, 12.1. */
export function mainClass(files: readonly SourceFile[]): string | undefined {
  const found = files.flatMap(({ path, text }) => {
    const name = /([\w$]+)\.(?:java|kt)$/.exec(path)?.[1];
    const isJava = path.endsWith('.java');
    const isMain = isJava ? /\bpublic\s+static\s+void\s+main\s*\(/.test(text) : /^fun\s+main\s*\(/m.test(text);
    if (name === undefined || !isMain) return [];
    const inPackage = /^\s*package\s+([\w.]{1,300})/m.exec(text)?.[1];
    return [`${inPackage === undefined ? '' : `${inPackage}.`}${name}${isJava ? '' : 'Kt'}`];
  });
  return found.find((name) => /(?:^|\.)(?:\w*Application|Main|App|Server)(?:Kt)?$/.test(name)) ?? found[0];
}

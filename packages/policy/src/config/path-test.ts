import { globTest, type TextTest } from '../pattern.ts';

/** A test of paths from the root: `./` in front and `/` behind say nothing, and one that matches a folder takes all below it. */
export function pathTest(glob: string): TextTest {
  const test = globTest(glob.replace(/^\.\//, '').replace(/\/$/, ''));
  return (path) => test(path) || foldersAbove(path).some(test);
}

function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
    folders.push(path.slice(0, slash));
  return folders;
}

import { isAs } from '../from-parts.ts';
import { goLowerCase } from '../keyword.ts';
import { shown } from '../shown.ts';
import type { WordNode } from '../tree.ts';
import { wordsOf } from '../words.ts';
import { argumentSpan, type Check } from './report.ts';
import { isTemplate, TEMPLATE } from './template.ts';

const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;

/** Source: parseBuildStageName in moby/buildkit frontend/dockerfile/instructions/parse.go. */
export const checkFrom: Check = (node, { report }) => {
  const words = wordsOf(node);
  const [, keyword, name] = words;
  if (words.length === 3 && isAs(keyword!.text)) {
    if (STAGE_NAME.test(goLowerCase(name!.text))) return;
    const message = `${shown(name!.text)} is no name for a stage: it must start with a letter and go on with letters, digits, -, _ and .`;
    report('syntax/stage-name', message, name!.span);
  } else if (words.length !== 1) {
    report('syntax/from-arguments', wrongArguments(words), argumentSpan(node));
  }
};

function wrongArguments(words: readonly WordNode[]): string {
  const [image, keyword, name] = words.map((word) => shown(word.text));
  if (image === undefined) return 'FROM takes an image, as in FROM alpine:3.22; none is given';
  const comment = words.findIndex((word) => word.text.startsWith('#'));
  if (words.some((word) => isTemplate(word.text))) return `FROM takes an image, or image AS name: this ${TEMPLATE}`;
  if (comment > 0) return 'FROM takes an image, or image AS name: a comment must stand in a line of its own';
  if (keyword !== undefined && isAs(keyword)) {
    if (name === undefined) return `The name of the stage is missing after ${keyword}`;
    return `The name of a stage is one word; after ${keyword} there are ${words.length - 2}`;
  }
  const meant = name === undefined ? `FROM ${image} AS ${keyword}` : `FROM ${image} AS ${name}`;
  return words.length > 3
    ? 'FROM takes an image, or image AS name, and nothing more'
    : `FROM takes an image, or image AS name; ${meant} was probably meant`;
}

import { trimSpaceEnd } from '../blank.ts';
import type { Check } from './report.ts';

/** Source: parseOnBuild in moby/buildkit frontend/dockerfile/instructions/parse.go. */
export const checkOnbuild: Check = (node, { report }) => {
  const trigger = node.trigger;
  if (!trigger) return;
  // Upper case tells other letters apart than lower case does, and is what BuildKit compares here.
  const { keywordText } = trigger;
  const keyword = keywordText.slice(0, trimSpaceEnd(keywordText, 0, keywordText.length)).toUpperCase();
  if (keyword === 'ONBUILD') {
    report('syntax/onbuild-trigger', 'ONBUILD cannot hold another ONBUILD', trigger.keywordSpan);
  } else if (keyword === 'FROM' || keyword === 'MAINTAINER') {
    report('syntax/onbuild-trigger', `ONBUILD cannot hold ${keyword}`, trigger.keywordSpan);
  }
};

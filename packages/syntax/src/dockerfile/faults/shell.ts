import { shown } from '../shown.ts';
import { argumentSpan, type Check } from './report.ts';

/** Source: Dockerfile reference, SHELL: "must be written in JSON form". */
export const checkShell: Check = (node, { report }) => {
  const { logical, argsStart, argsEnd, json } = node;
  if (json || argsStart === argsEnd) return;
  const written = logical.text.slice(argsStart, argsEnd);
  const words = written
    .replace(/[[\],"']/g, ' ')
    .trim()
    .split(/\s+/);
  const meant = `SHELL [${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  const message = `SHELL takes the JSON form, which ${shown(written)} is not; ${shown(meant)} was probably meant`;
  report('syntax/shell-form', message, argumentSpan(node));
};

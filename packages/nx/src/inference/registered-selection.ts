import type { NxJsonConfiguration } from '@nx/devkit';
import { readPluginOptions } from '../options/read-plugin-options.ts';
import { PACKAGE } from '../product-version.ts';
import { type Selection, selection } from './selection.ts';

/**
 * What the plugin looks at, as nx.json registers it: once, or several times for different files. Undefined where nothing is left out.
 */
export function registeredSelection(nxJson: Pick<NxJsonConfiguration, 'plugins'> | null): Selection | undefined {
  const ours = (nxJson?.plugins ?? []).flatMap((entry) =>
    typeof entry === 'string' ? (entry === PACKAGE ? [{}] : []) : entry.plugin === PACKAGE ? [entry] : [],
  );
  const options = ours.map((entry) => readPluginOptions('options' in entry ? entry.options : undefined).options);
  if (options.length === 0 || options.some(({ include, exclude }) => !include && !exclude?.length)) return undefined;
  const selections = options.map(selection);
  return (path) => selections.some((isSelected) => isSelected(path));
}

import { convertBuild } from './convert-build.ts';
import type { FoundTarget } from './found-target.ts';
import type { ConvertedBuild } from './image-build.ts';
import type { Json } from './open-nx.ts';

/** What stands in the place of a target: entries of `docker-build` and, for what is pushed, of `docker-push`. */
export interface ConvertedTarget {
  readonly build: Json;
  readonly push?: Json;
  readonly carried: readonly string[];
  readonly left: readonly string[];
}

/** Converts a target with all its configurations; `fault` is why it stays as it is. */
export function convertTarget(
  { build, configurations, dependsOn, defaultConfiguration }: FoundTarget,
  root: string,
): ConvertedTarget | { readonly fault: string } {
  if ('fault' in build) return build;
  const base = convertBuild(build, root);
  const carried = [...base.carried];
  const left = [...base.left];
  if (base.pushes) carried.push('it pushes: that is what docker-push does, with the same options');
  const building: Record<string, Json> = {};
  const pushing: Record<string, Json> = {};
  for (const [name, configured] of Object.entries(configurations)) {
    if ('fault' in configured) {
      left.push(`configuration ${name}: ${configured.fault}`);
      continue;
    }
    const converted = convertBuild(configured, root);
    const own = differing(converted, base);
    left.push(...converted.left.filter((each) => !left.includes(each)).map((each) => `configuration ${name}: ${each}`));
    if (converted.pushes && !base.pushes) {
      pushing[name] = own;
      carried.push(`configuration ${name} pushes: its name is docker-push:${name}`);
    } else if (Object.keys(own).length > 0) building[name] = own;
  }
  const withConfigurations = (all: Record<string, Json>) =>
    Object.keys(all).length === 0
      ? {}
      : {
          ...(defaultConfiguration !== undefined &&
            Object.hasOwn(all, defaultConfiguration) && { defaultConfiguration }),
          configurations: all,
        };
  if (defaultConfiguration !== undefined && Object.hasOwn(building, defaultConfiguration))
    carried.push(`configuration ${defaultConfiguration} is the default for Nx; dockwarden build reads options alone`);
  return {
    build: {
      ...(dependsOn !== undefined && { dependsOn }),
      options: base.options,
      ...withConfigurations(building),
    },
    ...(Object.keys(pushing).length > 0 && { push: withConfigurations(pushing) }),
    carried,
    left,
  };
}

function differing({ options }: ConvertedBuild, base: ConvertedBuild): Json {
  return Object.fromEntries(
    Object.entries(options).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(base.options[key])),
  );
}

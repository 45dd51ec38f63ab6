import { fromImage, imageBase, isUnsure, type World } from '@dockwarden-internal/facts';
import type { Image } from '../model/image.ts';
import type { NamedLine } from '../model/image-inputs.ts';
import type { InputHooks } from './input-hooks.ts';
import type { Named } from './named-by.ts';
import type { ReachedReading, ReachedStage } from './reached.ts';
import { readForBuild } from './read-for-build.ts';
import { workspaceImages } from './workspace-image.ts';

/** The FROM lines whose image has triggers (ONBUILD) that read the context of whoever builds on it, or whose triggers cannot be read. */
export function triggersThatRead(
  world: World,
  images: readonly Image[],
  { image, stages }: ReachedReading,
  hooks: InputHooks,
): NamedLine[] {
  return stages.flatMap((stage) => {
    const { base } = stage;
    const [parent] = workspaceImages(images, image, base);
    const triggers = parent ? triggersOf(world, parent) : remoteTriggers(stage, base, hooks);
    const place = stage.reads[0]!.place;
    const name = base.kind === 'image' ? base.text : base.kind === 'context' ? base.context.value : '';
    if (triggers === null) return [{ why: `what ONBUILD of ${name} holds cannot be read`, place }];
    const reading = triggers.find(readsContext);
    return reading === undefined ? [] : [{ why: `ONBUILD of ${name} reads the context: ${reading}`, place }];
  });
}

/** A COPY or ADD, or a RUN with a bind mount, as the configuration of an image holds it. */
function readsContext(trigger: string): boolean {
  if (/^\s*(?:copy|add)\b/i.test(trigger)) return !/^\s*copy\s(?:--\S+\s+)*--from=/i.test(trigger);
  return /^\s*run\s/i.test(trigger) && /--mount=(?!type=(?:cache|secret|ssh|tmpfs))/i.test(trigger);
}

function remoteTriggers(stage: ReachedStage, base: Named, { onbuildOf }: InputHooks): readonly string[] | null {
  const text =
    base.kind === 'image'
      ? base.text
      : base.kind === 'context' && base.context.means.kind === 'image'
        ? base.context.means.reference
        : undefined;
  if (text === undefined) return [];
  const asked = onbuildOf?.(text);
  if (asked !== undefined) return asked;
  const image = base.kind === 'image' ? fromImage(stage.stage) : undefined;
  const facts = image && imageBase(image);
  return facts === undefined || isUnsure(facts) ? [] : facts.onbuild;
}

/** Those that the stage which an image of the workspace is made of leaves behind. */
function triggersOf(world: World, parent: Image): string[] {
  const [reading] = readForBuild(world, parent);
  const triggers = reading?.target.instructions.filter(({ onbuild }) => onbuild) ?? [];
  return triggers.map(({ node }) => {
    const flags = node.flags.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
    return [node.keyword.toUpperCase(), ...flags, node.logical.text.slice(node.argsStart, node.argsEnd)].join(' ');
  });
}

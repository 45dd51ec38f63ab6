import { parseReference } from '@dockwarden-internal/syntax';
import { KEY_LABEL } from '../labels/oci-keys.ts';
import type { RunProgram } from '../model/program.ts';
import { hasContent } from './label-names.ts';
import { REGISTRY_PARALLEL } from './limits.ts';
import { contentTag, type Hit, keyTag, type LookUpOptions, type LookUpRequest, type Miss } from './look-up.ts';
import { normalPlatform } from './platform.ts';
import { registryLookup } from './registry-digests.ts';
import type { RegistryFailure, RegistryImage } from './registry-image.ts';

/** Asks the trusted repository of each image; first for all keys, then for the content of those that accept it. */
export async function lookUpInRegistry(
  run: RunProgram,
  requests: readonly LookUpRequest[],
  { signal, timeout, parallel = REGISTRY_PARALLEL }: LookUpOptions,
): Promise<ReadonlyMap<string, Hit | Miss>> {
  const answers = new Map<string, Hit | Miss>();
  const ask = async (asking: readonly LookUpRequest[], by: 'key' | 'content') => {
    const references = asking.map((request) => referenceOf(request, by));
    const found = await registryLookup(run, references, { parallel, signal, timeout });
    for (const [index, request] of asking.entries()) {
      const reference = references[index]!;
      answers.set(request.image, judge(request, reference, by, found.get(reference)!));
    }
  };
  await ask(requests, 'key');
  await ask(
    requests.filter(({ image, content }) => content !== undefined && isAbsent(answers.get(image)!)),
    'content',
  );
  return answers;
}

function referenceOf({ registry, key, content }: LookUpRequest, by: 'key' | 'content'): string {
  return `${registry}:${by === 'key' ? keyTag(key) : contentTag(content!)}`;
}

function isAbsent(answer: Hit | Miss): boolean {
  return !answer.found && answer.why === 'absent';
}

const REASONS: Readonly<Record<RegistryFailure, Miss['why']>> = {
  absent: 'absent',
  denied: 'registry refuses',
  unreachable: 'registry not asked',
  silent: 'registry not asked',
  interrupted: 'registry not asked',
};

function judge(
  { key, content, platforms }: LookUpRequest,
  reference: string,
  by: 'key' | 'content',
  image: RegistryImage | RegistryFailure,
): Hit | Miss {
  if (typeof image === 'string') return { found: false, why: REASONS[image] };
  const wanted = platforms.length > 0 ? platforms.map(normalPlatform) : [...image.platforms.keys()];
  const there = wanted.map((platform) => image.platforms.get(platform));
  if (there.length === 0 || there.includes(undefined)) return { found: false, why: 'platform missing' };
  const isWanted = (labels: ReadonlyMap<string, string>) =>
    by === 'key' ? labels.get(KEY_LABEL) === key : hasContent(labels, content);
  if (!there.every((each) => isWanted(each!.labels))) return { found: false, why: 'label differs' };
  const manifest = there.length === 1 ? there[0]!.manifest : undefined;
  const digests = { ...(manifest && { manifest }), ...(image.kind === 'index' && { index: image.digest }) };
  return { found: true, where: 'registry', by, reference: pinned(reference, image), digests, labels: there[0]!.labels };
}

/** The digest is what was verified, so that is what everything later goes by. */
function pinned(text: string, { digest }: RegistryImage): string {
  const reference = parseReference(text);
  return 'fault' in reference ? text : `${reference.name}@${digest}`;
}

import { randomBytes } from 'node:crypto';
import {
  type App,
  type ComposeImage,
  type ComposePlan,
  type PlannedFile,
  planCompose,
  planDevContainer,
  type Service,
  unreadableDevContainer,
} from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ComposeValues, SetupValues } from '../options/setup-options.ts';
import { servicesOf } from './services-of.ts';

export interface Around {
  readonly values: SetupValues;
  readonly service: Service;
  readonly image: ComposeImage;
  /** Whether Compose files are wanted at all. */
  readonly compose: boolean;
  /** What is planned for the image. */
  readonly files: readonly PlannedFile[];
}

const NO_CONTAINER =
  'There is no dev container: nothing says how the app starts anew when a source changes. Give it a script `dev`, and set it up again.';

/** What stands around an image: Compose files and a dev container. */
export function planAround(
  app: App,
  { values, service, image, compose, files }: Around,
): Pick<ComposePlan, 'files' | 'notes'> | Diagnostic {
  const composed =
    compose && values.compose !== false ? planComposeFiles(app, values, { service, image, files }) : undefined;
  if (composed && 'code' in composed) return composed;
  if (!values.devcontainer) return composed ?? { files: [], notes: [] };
  const existing = textsOf([...files, ...(composed?.files ?? [])]);
  const request = {
    app,
    service,
    image,
    ...(composed && { compose: { files: composed.development, service: composed.service } }),
    existing,
  };
  const unreadable = unreadableDevContainer(request);
  if (unreadable) return unreadable;
  const container = planDevContainer(request);
  const none = container.length === 0 ? [NO_CONTAINER] : [];
  return { files: [...(composed?.files ?? []), ...container], notes: [...(composed?.notes ?? []), ...none] };
}

export function planComposeFiles(
  app: App,
  values: ComposeValues,
  { service, image, files }: Pick<Around, 'service' | 'image' | 'files'>,
): ComposePlan | Diagnostic {
  return planCompose({
    app,
    service,
    image,
    with: servicesOf(values),
    sidecars: values.sidecar ?? [],
    ...(values.network !== undefined && { network: { external: values.network } }),
    existing: textsOf(files),
    password: () => randomBytes(18).toString('base64url'),
  });
}

function textsOf(files: readonly PlannedFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

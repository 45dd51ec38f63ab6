import { createProjectGraphAsync } from 'nx/src/devkit-exports';
import { graphByFolder } from '../../executors/lint/project-graph.ts';

/** What Nx knows of how projects need each other; nothing where its graph cannot be made, as between two generators that break it. */
export async function graphOf(): Promise<ReturnType<typeof graphByFolder>> {
  try {
    return graphByFolder(await createProjectGraphAsync({ exitOnError: false }));
  } catch {
    return graphByFolder(undefined);
  }
}

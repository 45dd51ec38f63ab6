/** Names of the file that Compose starts from, in the order in which it looks for them. Source: compose-go, `DefaultFileNames`. */
export const COMPOSE_NAMES: readonly string[] = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
];

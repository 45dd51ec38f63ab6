// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfile text
// Compares our reading of random Dockerfiles, words and flag values with BuildKit's: README.md tells how to run it.
import { isDeepStrictEqual } from 'node:util';
import { ask } from './ask.mjs';
import { loadSyntax } from './ours.mjs';
import { randomFrom } from './random.mjs';

const count = Number(process.argv[2] ?? 20000);
const seed = Number(process.argv[3] ?? 1);
const random = randomFrom(seed);
const { comparable, ownVerdict } = await loadSyntax('dockerfile/golden/verdict.ts');
const { ownExpansion, ownFields } = await loadSyntax('dockerfile/golden/words-verdict.ts');

const KEYWORDS =
  `FROM RUN COPY ADD ENV ARG LABEL CMD ENTRYPOINT EXPOSE VOLUME USER WORKDIR SHELL STOPSIGNAL HEALTHCHECK ONBUILD MAINTAINER
run Copy env RUNN COPY.. ONBUILD\tRUN WORKD\u0130R`.split(/[ \n]/);
// biome-ignore format: a table
const PIECES = [
  ...KEYWORDS, ' ', ' ', ' ', '  ', '\t', '\n', '\n', '\n', '\r\n', '\\\n', '\\ \n', '\\', '`', '`\n', '"', "'", '[', ']', '"a"', ',', '["a", "b c"]', '[1]',
  'a', 'b=c', 'A=1', '=', '$', '$A', '${A}', '${A:-b}', '${', '}', '#', '# x\n', '#escape=`\n', '# syntax=a\n', '<<', '<<EOF', '<<-EOF', "<<'E'OF", '<<"a b"',
  'EOF\n', 'EOF', '\tEOF\n', '--', '--from=a', '--from', '--link', '--mount=type=cache,target=/x', '--mount="a,b"', '--platform=$A', '-', 'AS', 'as b', 'NONE', 'CMD',
  '--interval=5s', '--retries=3', '\u00a0', '\u0085', '\u3000', 'é', 'à', '😀', '\f', '\v', '\ufeff', '\u2028', '.', '/', '8080', ':', '\r', '--network=none',
  '--chown="a b"', '3<<EOF', '>', '|', '&&',
];
const STARTS = ['', '', 'FROM a\n', 'FROM a\n', 'FROM a\n', '\ufeffFROM a\n', '# escape=`\nFROM a\n', '# syntax=b\n'];
// biome-ignore format: a table
const SHELL = [
  '$', '{', '}', '${', ':', '-', '+', '?', '#', '%', '/', '//', '*', '"', "'", '\\', '`', 'A', 'B', 'C', 'a', 'b', 'x.y', ' ', '<<', '<', '$A', '${B', '${A#', '${A%',
  '${C/', '\t', 'é', '😀', '\n', '@', '1', '.', '.*', '?', '\ufeff', '$0',
];
const CSV = ['type=cache', ',', ',', '"', '""', 'a', '=', 'Target', '/x', ' ', "'", '$A', '\u00e9'];

const soup = (pieces, limit) => Array.from({ length: 1 + random.below(limit) }, () => random.pick(pieces)).join('');
const instruction = () => `${random.pick(KEYWORDS)} ${soup(PIECES, 8)}\n`;
// biome-ignore format: a table
const DURATION = ['1', '0', '30', '.', '.5', 's', 'm', 'h', 'ms', 'us', '\u00b5s', 'ns', '-', '+', '1s', '5m', '9999999999', ' '];
const FLAGS =
  `--interval --timeout --start-period --start-interval --retries --mount --network --security --device --from --chown --link --parents --exclude
--platform --checksum --keep-git-dir --unpack --lnk`.split(/[ \n]/);
// biome-ignore format: a table
const VALUE = [
  ...DURATION, 'true', 'false', 'TRUE', 'none', 'host', 'insecure', 'type=cache', ',', ',', 'from=', '$A', '"', 'name=', 'required', 'required=1', 'a', 'b=c', '/x',
];
const HEADS = ['HEALTHCHECK', 'HEALTHCHECK', 'RUN', 'COPY', 'ADD', 'FROM', 'ONBUILD COPY', 'ARG', 'USER'];
const flag = () => random.pick(FLAGS) + (random.below(6) ? `=${soup(random.below(2) ? DURATION : VALUE, 4)}` : '');
const flagged = () =>
  `FROM a\n${random.pick(HEADS)} ${flag()} ${random.below(3) ? flag() : ''} ${random.pick(['CMD a', 'NONE', 'a b', '["a", "b"]'])}\n`;
const dockerfile = () => (random.below(3) ? anyDockerfile() : flagged());
const anyDockerfile = () =>
  random.pick(STARTS) +
  (random.below(2) ? soup(PIECES, 14) : Array.from({ length: 1 + random.below(4) }, instruction).join(''));
const env = () =>
  Object.fromEntries(
    ['A', 'B']
      .filter(() => random.below(4))
      .map((name) => [
        name,
        random.below(5)
          ? soup(
              SHELL.filter((each) => each !== '\ufeff'),
              4,
            )
          : '',
      ]),
  );

const requests = Array.from({ length: count }, (_, i) => {
  const id = String(i);
  const kind = i % 3;
  if (kind === 0) return { id, kind: 'dockerfile', text: dockerfile() };
  if (kind === 1) return { id, kind: 'expand', text: soup(SHELL, 12), escape: random.pick(['\\', '`']), env: env() };
  return { id, kind: 'csv', text: soup(CSV, 8) };
});

function own(request) {
  if (request.kind === 'dockerfile') return ownVerdict(request.text);
  return request.kind === 'expand' ? ownExpansion(request) : ownFields(request.text);
}

let different = 0;
const answers = ask(requests);
requests.forEach((request, i) => {
  const { id, ...answer } = answers[i];
  const theirs =
    request.kind === 'dockerfile' ? comparable(answer) : { ...answer, ...(answer.error && { error: true }) };
  const ours = own(request);
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(ours)), JSON.parse(JSON.stringify(theirs)))) return;
  different++;
  if (different <= 20)
    console.log(
      JSON.stringify({ request, theirs, ours, error: answer.parserRefused ?? answer.refused ?? answer.error }),
    );
});
console.log(`${count - different} equal, ${different} different (seed ${seed})`);
process.exitCode = different > 0 ? 1 : 0;

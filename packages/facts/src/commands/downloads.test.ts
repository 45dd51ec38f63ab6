import { parseShell } from '@dockwarden-internal/syntax';
import { type DownloadContext, downloadsOf } from './downloads.ts';

const commands = (text: string) => parseShell(text, (start, end) => ({ start, end })).commands;

/** All downloads of a text. */
function downloads(text: string, context?: DownloadContext) {
  const list = commands(text);
  return list.flatMap((_, index) => downloadsOf(list, index, context));
}

test.each([
  ['curl -fsSL https://x/install.sh | bash', 'script'],
  ['curl https://x | sudo -E bash -', 'script'],
  ['curl https://x | sh -s -- -y', 'script'],
  ['wget -qO- https://x | sed s/a/b/ | sh', 'script'],
  ['sh -c "$(curl -fsSL https://x)"', 'script'],
  ['eval "$(curl https://x)"', 'script'],
  ['bash <(curl -s https://x)', 'script'],
  ['curl https://x | python3 -', 'script'],
  ['curl https://x | php -- --install-dir=/usr/local/bin', 'script'],
  ['curl https://x | tar xz && cd x && ./configure && make', 'archive'],
  ['curl -o i.sh https://x && sh i.sh', 'script'],
  ['curl -O https://x/i.sh; chmod +x i.sh; ./i.sh', 'script'],
  ['curl -Lo /usr/local/bin/k https://x/k && chmod 755 /usr/local/bin/k', 'executable'],
  ['curl -LO https://x/kubectl && install -m 0755 kubectl /usr/local/bin/kubectl', 'executable'],
  ['wget https://x/tool && mv tool /usr/local/bin/', 'executable'],
  ['curl -o /usr/local/bin/k https://x/k && k version', 'executable'],
  ['wget -O /tmp/a.deb https://x && dpkg -i /tmp/a.deb', 'archive'],
  ['wget -P /tmp https://x/a.deb && apt-get install -y /tmp/*.deb', 'archive'],
  ['curl -L https://x/a.tar.gz | tar xz -C /usr/local', 'archive'],
  ['curl -L https://x | tar -xJ -C /opt', 'archive'],
  ['curl -LO https://x/a.tgz && tar xzf a.tgz && cd a && ./configure && make', 'archive'],
  ['curl -LO https://x/a.zip && unzip a.zip && mv a/b /usr/local/bin', 'archive'],
  ['curl -Lo a.gz https://x/a.gz && gunzip a.gz && chmod +x a', 'archive'],
  ['curl https://x > /tmp/run && sh < /tmp/run', 'script'],
  ['cd /tmp && curl -O https://x/a.jar && java -jar /tmp/a.jar', 'archive'],
  ['curl https://x | gunzip > /usr/local/bin/a && chmod +x /usr/local/bin/a', 'executable'],
  ['curl https://x | tee /tmp/i.sh >/dev/null; bash /tmp/i.sh', 'script'],
  ['curl https://x | tee /tmp/i.sh | bash', 'script'],
  ['curl https://x/a.tgz | tee /tmp/a.tgz | tar xz -C /usr/local', 'archive'],
])('%s executes a %s', (text, kind) => {
  expect(downloads(text, { folder: '/' })).toMatchObject([{ executed: true, kind }]);
});

test.each([
  ['curl https://x/key.asc | gpg --dearmor -o /usr/share/keyrings/x.gpg', 'text'],
  ['curl https://x/data.json -o data.json && jq . data.json', 'text'],
  ['wget https://x/site.tar.gz && tar xzf site.tar.gz', 'archive'],
  ['curl https://x/fonts.zip -o f.zip && unzip f.zip -d /usr/share/fonts', 'archive'],
  ['V=$(curl https://x/version)', 'unknown'],
  ['curl -o a https://x/a && sh b.sh', 'unknown'],
  ['curl https://x | grep y', 'unknown'],
  ['curl https://x/key.asc | tee /usr/share/keyrings/x.asc | gpg --show-keys', 'text'],
  ['curl https://x | xargs echo', 'unknown'],
  ['curl -o a.sh https://x/a.sh && chmod 644 a.sh', 'script'],
])('%s executes nothing', (text, kind) => {
  expect(downloads(text, { folder: '/app' })).toMatchObject([{ executed: false, kind }]);
});

test.each([
  ['curl -LO https://x/a.tgz && echo "abc  a.tgz" | sha256sum -c -', 2],
  [`curl -LO https://x/a.tgz && echo "${'a'.repeat(64)}  a.tgz" | sha256sum -c -`, 2],
  [`curl -o /t/a https://x/a && echo "${'a'.repeat(64)} */t/a" | sha256sum --check --status`, 2],
  ['curl -o a https://x/a && echo "$SUM a" | sha256sum -c', 2],
  [`curl -o a https://x/a && sha256sum -c <<< "${'a'.repeat(64)}  a"`, 1],
  ['wget https://x/a https://x/SHASUMS && sha256sum -c SHASUMS', 1],
  ['curl -o a https://x/a && shasum -a 256 -c sums.txt', 1],
  ['curl -o a https://x/a && curl -o a.asc https://x/a.asc && gpg --verify a.asc', 2],
  ['curl -o a https://x/a && gpg --batch --verify b.sig a', 1],
  ['curl -o a https://x/a && cosign verify-blob --signature a.sig a', 1],
  ['curl -o a https://x/a && [ "$(sha256sum a | cut -d" " -f1)" = "$SUM" ]', 1],
  ['curl -o a https://x/a && sha256sum a | grep -q abc', 2],
])('%s is checked', (text, by) => {
  expect(downloads(text)[0]).toHaveProperty('verifiedBy', by);
});

test.each([
  `curl -o a https://x/a && echo "${'a'.repeat(64)}  b" | sha256sum -c`,
  'curl -o a https://x/a && sha256sum a',
  'curl -o a https://x/a && gpg --verify SHASUMS.asc',
  'sha256sum -c sums && curl -o a https://x/a',
  'curl https://x | bash && sha256sum -c sums',
])('%s is not', (text) => {
  expect(downloads(text)[0]).not.toHaveProperty('verifiedBy');
});

test('where a file is kept', () => {
  const paths = (text: string) => downloads(text, { folder: '/w' }).map(({ outputPath }) => outputPath);
  expect(paths('curl -o x/a https://x/b')).toEqual(['/w/x/a']);
  expect(paths('curl -O https://x/b?c=/d')).toEqual(['/w/b']);
  expect(paths('curl --output-dir /t -O https://x/b -o c https://x/d')).toEqual(['/t/b', '/t/c']);
  expect(paths('curl https://x/b')).toEqual([undefined]);
  expect(paths('cd sub && wget https://x/b/')).toEqual(['/w/sub/b']);
  expect(paths('cd $X && wget https://x/b')).toEqual(['b']);
  expect(paths('wget -P /t -i list')).toEqual([]);
});

test('later instructions of the stage count', () => {
  const list = commands('curl -o /a https://x/a.sh');
  const later = commands('echo "$S /a" | sha256sum -c && sh /a');
  expect(downloadsOf(list, 0, { later })).toMatchObject([{ executed: true, verifiedBy: 2 }]);
  expect(downloadsOf(list, 0)).toMatchObject([{ executed: false }]);
});

test.each([
  'curl -I https://x',
  'curl -f http://localhost:8080/health',
  'wget --spider https://x',
  'echo https://x',
  'curl -T f https://x',
])('%s fetches nothing', (text) => {
  expect(downloads(text)).toEqual([]);
});

test('an address in a variable is unresolved', () => {
  expect(downloads('curl -O "https://x/$V.tar.gz"')).toMatchObject([
    { url: 'https://x/$V.tar.gz', unresolved: true, kind: 'archive' },
  ]);
});

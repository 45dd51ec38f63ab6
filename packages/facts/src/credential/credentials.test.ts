// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfile text
import { growth, MOST_GROWTH } from '@dockwarden-internal/syntax/test-support/growth';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { textsAt } from '../testing/texts-at.ts';
import { credentialsIn } from './credentials.ts';

const found = (line: string) => textsAt(credentialsIn(dockerfileOf(`FROM debian:12\n${line}\n`).instructions.at(-1)!));

// Put together here, so that no scanner takes this file for a leak.
const token = `ghp_${'Ab2C'.repeat(9)}`;
const key = (text: string) => `-----BEGIN ${'PRIVATE'} KEY-----\n${text}\n-----END ${'PRIVATE'} KEY-----`;

test.each([
  [`RUN git clone https://x:${token}@example.org/a.git`, [`https://x:${token}@example.org/a.git`]],
  ['RUN curl -u bob:hunter2 https://example.org', ['hunter2']],
  ["RUN curl -u 'bob:hunter2' https://example.org", ["'bob:hunter2'"]],
  ['RUN tool --password=hunter2 --mode=fast', ['hunter2']],
  ['RUN tool login --token hunter2hunter2', ['hunter2hunter2']],
  ['RUN docker login -u bob -p hunter2 example.org', ['hunter2']],
  ['RUN sshpass -p hunter2 ssh bob@example.org', ['hunter2']],
  ['RUN mysql -uroot -phunter2 -e "select 1"', ['hunter2']],
  ['RUN npm config set //registry.example.org/:_authToken hunter2', ['hunter2']],
  ['RUN echo "//registry.example.org/:_authToken=hunter2" > .npmrc', ['"//registry.example.org/:_authToken=hunter2"']],
  ['RUN aws configure set aws_secret_access_key hunter2', ['hunter2']],
  [
    'RUN curl -H "Authorization: Bearer hunter2hunter2" https://example.org',
    ['"Authorization: Bearer hunter2hunter2"'],
  ],
  ['RUN TOKEN=hunter2; curl "https://example.org/$TOKEN"', ['hunter2']],
  ['RUN <<EOF\ntool --password=hunter2\nEOF', ['hunter2']],
  [`RUN cat > /etc/x <<EOF\ntoken: ${token}\nEOF`, [token]],
  [`RUN <<EOF\ncat > /etc/x <<INNER\ntoken: "${token}"\nINNER\nEOF`, [token]],
  [`RUN { cat; } > /etc/x <<EOF\n${token}\nEOF`, [token]],
  [`RUN <<-EOF\n\tcat <<-INNER\n\t\t${token}\n\tINNER\nEOF`, [token]],
  [`RUN <<EOF\nsh -c 'cat > x <<INNER\n${token}\nINNER\n'\nEOF`, [token]],
  [`RUN <<EOF\n#!/usr/bin/env python3\nkey = "${token}"\nEOF`, [token]],
  [
    `RUN sh <<EOF\ncurl -u bob:hunter2 https://example.org\ncat <<A\n$(tool --password=hunter3)\nA\nEOF`,
    ['hunter2', 'hunter3'],
  ],
  [
    `COPY <<A <<-"B" /etc/\na: ${token}\nA\nb: [${token}]\nc: https://bob:hunter2@example.org/x?y\nB`,
    [token, `${token}]`, 'https://bob:hunter2@example.org/x?y'],
  ],
  ['COPY <<EOF /root/.netrc\nmachine example.org\n  login bob\n  password hunter2\nEOF', ['hunter2']],
  ['COPY <<EOF /root/.npmrc\n//r.example.org/:_authToken=hunter2\nEOF', ['hunter2']],
  [`COPY <<EOF /k\n${key('x')}\nEOF`, [key('x')]],
  [`COPY <<EOF /k\n${key('x')}\na\n${key('y')}\nEOF`, [key('x'), key('y')]],
  [`LABEL note=${token}`, [`note=${token}`]],
  ['ADD https://bob:hunter2@example.org/a.txt /', ['https://bob:hunter2@example.org/a.txt']],
  ['CMD ["tool", "--password=hunter2"]', ['"--password=hunter2"']],
  ['CMD ["redis-server", "--requirepass", "hunter2"]', ['"hunter2"']],
  ['CMD ["--requirepass", "hunter2"]', ['"hunter2"']],
  ['RUN curl -ubob:hunter2 https://example.org', ['hunter2']],
  ['RUN curl -fsSLu bob:hunter2 https://example.org', ['hunter2']],
  ['RUN curl --user=bob:hunter2 https://example.org', ['hunter2']],
  ['RUN curl -H"X-Vault-Token: hunter2hunter2" https://example.org', ['"X-Vault-Token: hunter2hunter2"']],
  ["RUN wget --header='Authorization: hunter2hunter2' https://example.org", ["'Authorization: hunter2hunter2'"]],
  ['RUN mariadb -uroot -phunter2 -e "select 1"', ['hunter2']],
  ['RUN sshpass -phunter2 ssh bob@example.org', ['hunter2']],
  ['RUN docker login -u bob -phunter2 example.org', ['hunter2']],
  ['RUN helm registry login -u bob -p hunter2 example.org', ['hunter2']],
  ['RUN echo hunter2 | docker login -u bob --password-stdin example.org', ['hunter2']],
  ["RUN printf '%s\\n' hunter2 | passwd --stdin root", ['hunter2']],
  ['RUN dotnet nuget add source https://example.org/v3 -u bob -p hunter2', ['hunter2']],
  ['RUN useradd -mp hunter2 bob', ['hunter2']],
  ['RUN usermod --password=hunter2 bob', ['hunter2']],
  ['RUN htpasswd -bc /etc/users bob hunter2', ['hunter2']],
  ['RUN mc alias set store http://minio:9000 app hunter2', ['hunter2']],
  ['RUN mc --insecure config host add store http://minio:9000 app hunter2', ['hunter2']],
  ['RUN mongosh -u root -p hunter2 --eval "rs.initiate()"', ['hunter2']],
  ['RUN keytool -import -storepass hunter2 -file a', ['hunter2']],
  ['RUN openssl pkcs12 -export -passout pass:hunter2 -in a', ['hunter2']],
  ['RUN npm set //registry.example.org/:_authToken hunter2', ['hunter2']],
  ['RUN poetry config http-basic.acme bob hunter2', ['hunter2']],
  ['RUN poetry config pypi-token.acme hunter2', ['hunter2']],
  ['RUN composer config -g github-oauth.github.com hunter2', ['hunter2']],
  ['RUN bundle config set --global gems.example.org bob:hunter2', ['hunter2']],
  [
    "RUN printf 'machine example.org\\nlogin bob\\npassword hunter2\\n' > ~/.netrc",
    ["'machine example.org\\nlogin bob\\npassword hunter2\\n'"],
  ],
  ['RUN echo "DB_PASSWORD=hunter2" >> .env', ['"DB_PASSWORD=hunter2"']],
  ["RUN printf 'A=1\\nTOKEN=hunter2\\n' > .env", ["'A=1\\nTOKEN=hunter2\\n'"]],
  ['COPY <<EOF /app/.env\nA=1\nTOKEN=hunter2\nEOF', ['hunter2']],
  [
    'RUN echo "mysql-server mysql-server/root_password password hunter2" | debconf-set-selections',
    ['"mysql-server mysql-server/root_password password hunter2"'],
  ],
  ['CMD DB_PASSWORD=hunter2 tool', ['hunter2']],
  ['ENTRYPOINT ["env", "DB_PASSWORD=hunter2", "tool"]', ['"DB_PASSWORD=hunter2"']],
])('%s', (line, expected) => {
  expect(found(line)).toEqual(expected);
});

test.each([
  'RUN curl -u "bob:$PASSWORD" https://example.org',
  'RUN curl -u bob: https://example.org',
  'RUN tool --password=$PASSWORD --token "$(cat /run/secrets/t)"',
  'RUN tool --password-file=/run/secrets/x --password /run/secrets/x --token --verbose',
  'RUN docker run -p 8080:80 nginx',
  'RUN docker run -p8080:80 -u bob:staff nginx && mkdir -pv x && cp -pr a b',
  'RUN curl -ofile:hunter2 -u "$USER:$PASSWORD" -H "X-Vault-Token: $TOKEN" https://example.org',
  'RUN curl -H "X-CSRF-Token: fetch" -H "Content-Type: application/json" https://example.org',
  'RUN echo $PASSWORD | docker login -u bob --password-stdin example.org',
  'RUN echo hunter2 | tee /x && echo "PASSWORD=$PASSWORD" > .env && sed -i s/password=.*/password=x/ a && echo "the password=x is"',
  "RUN usermod -p '!' bob && useradd -p '*' app",
  'RUN mc alias set store http://minio:9000 "$USER" "$PASSWORD" && mc alias remove store && mongosh --port 27017',
  'RUN htpasswd -c /etc/users bob && openssl rsa -passin env:PASSWORD -in a',
  'RUN bundle config set --local path vendor/bundle && bundle config build.nokogiri a:b',
  'RUN bundle config mirror.https://rubygems.org https://gems.example.org:8080',
  'RUN composer config http-basic.example.org bob $PASSWORD && npm set registry https://example.org',
  'RUN adduser --disabled-password --gecos "" app',
  'RUN apt-key adv --recv-keys 0123456789ABCDEF',
  'RUN git config --global user.name bob',
  'RUN echo "//registry.example.org/:_authToken=${NPM_TOKEN}" > .npmrc',
  'RUN curl -H "Authorization: Bearer $TOKEN" https://example.org',
  'RUN export TOKEN=hunter2',
  'RUN KEYS=0123456789ABCDEF; for key in $KEYS; do gpg --recv-keys $key; done',
  'ENV PASSWORD=hunter2',
  'COPY package.json ./',
  'LABEL secret.store=vault',
  'RUN cat > /root/.npmrc <<EOF\n//r.example.org/:_authToken=${NPM_TOKEN}\nEOF',
  'COPY <<EOF /etc/app.yaml\npassword: ${PASSWORD}\nurl: https://bob:$PASSWORD@example.org\nEOF',
  'RUN sh <<EOF\nexport TOKEN=hunter2hunter2\nEOF',
])('%s holds none', (line) => {
  expect(found(line)).toEqual([]);
});

test.each(['Authorization: ', ':_auth=', 'machine a login b ', '--password=', 'a://:'])(
  'a word of %s takes no longer than it is long',
  async (part) => {
    expect(await growth(20_000, (times) => found(`RUN tool "${part.repeat(times)}"`))).toBeLessThan(MOST_GROWTH);
  },
);

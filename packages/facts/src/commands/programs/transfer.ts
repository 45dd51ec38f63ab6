import type { Program } from './program.ts';

/** Programs that fetch, unpack and verify. */
export const TRANSFER_PROGRAMS: readonly Program[] = [
  {
    names: 'curl',
    valued: [
      '--abstract-unix-socket --alt-svc --aws-sigv4 --cacert --capath -E --cert --cert-type --ciphers -K --config --connect-timeout --connect-to',
      '-C --continue-at -b --cookie -c --cookie-jar --create-file-mode --crlfile --curves -d --data --data-ascii --data-binary --data-raw',
      '--data-urlencode --delegation --dns-interface --dns-ipv4-addr --dns-ipv6-addr --dns-servers --doh-url -D --dump-header --ech --egd-file',
      '--engine --etag-compare --etag-save --expect100-timeout -F --form --form-string --ftp-account --ftp-alternative-to-user --ftp-method',
      '-P --ftp-port --ftp-ssl-ccc-mode --happy-eyeballs-timeout-ms --haproxy-clientip -H --header --hostpubmd5 --hostpubsha256 --hsts',
      '--interface --ip-tos --ipfs-gateway --json --keepalive-cnt --keepalive-time --key --key-type --krb --libcurl --limit-rate --local-port',
      '--login-options --mail-auth --mail-from --mail-rcpt --max-filesize --max-redirs -m --max-time --netrc-file --noproxy --oauth2-bearer',
      '-o --output --output-dir --parallel-max --pass --pinnedpubkey --preproxy --proto --proto-default --proto-redir -x --proxy',
      '--proxy-cacert --proxy-capath --proxy-cert --proxy-cert-type --proxy-ciphers --proxy-crlfile --proxy-header --proxy-key --proxy-key-type',
      '--proxy-pass --proxy-pinnedpubkey --proxy-service-name --proxy-tls13-ciphers --proxy-tlsauthtype --proxy-tlspassword --proxy-tlsuser',
      '-U --proxy-user --proxy1.0 --pubkey -Q --quote --random-file -r --range --rate -e --referer -X --request --request-target --resolve',
      '--retry --retry-delay --retry-max-time --sasl-authzid --service-name --socks4 --socks4a --socks5 --socks5-gssapi-service',
      '--socks5-hostname -Y --speed-limit -y --speed-time --stderr -t --telnet-option --tftp-blksize -z --time-cond --tls-max --tls13-ciphers',
      '--tlsauthtype --tlspassword --tlsuser --trace --trace-ascii --trace-config --unix-socket -T --upload-file --url --url-query -u --user',
      '-A --user-agent --variable --vlan-priority -w --write-out',
    ].join(' '),
    source: 'curl 7.88 and 8.16, curl --help all',
    asOf: '2026-11-20',
  },
  {
    names: 'wget',
    valued: [
      '-e --execute -o --output-file -a --append-output --report-speed -i --input-file -B --base --config --rejected-log -t --tries',
      '--retry-on-http-error -O --output-document --start-pos --progress -T --timeout --dns-timeout --connect-timeout --read-timeout -w --wait',
      '--waitretry -Q --quota --bind-address --limit-rate --restrict-file-names --prefer-family --user --password --use-askpass',
      '--local-encoding --remote-encoding -P --directory-prefix --cut-dirs --http-user --http-password --default-page --header --compression',
      '--proxy-user --proxy-password --referer -U --user-agent --load-cookies --save-cookies --post-data --post-file --method --body-data',
      '--body-file --secure-protocol --certificate --certificate-type --private-key --private-key-type --ca-certificate --ca-directory',
      '--crl-file --pinnedpubkey --ciphers --ftp-user --ftp-password --warc-file --warc-header --warc-max-size --warc-dedup --warc-tempdir',
      '-l --level --backups -A --accept -R --reject --accept-regex --reject-regex --regex-type -D --domains --exclude-domains --follow-tags',
      '--ignore-tags -I --include-directories -X --exclude-directories -Y --proxy',
    ].join(' '),
    words: '-nv -nc -nd -nH -np -nh',
    source: 'wget 1.21, wget --help; BusyBox 1.36',
    asOf: '2026-11-20',
  },
  {
    names: 'git',
    valued: [
      '-C -c --git-dir --work-tree --namespace --super-prefix --config-env --depth -b --branch -o --origin --config -j --jobs --reference',
      '--reference-if-able --separate-git-dir -u --upload-pack --shallow-since --shallow-exclude --server-option --filter --template --bundle-uri',
    ].join(' '),
    subcommands: true,
    groups: 'submodule remote lfs worktree',
    valuedBy: {
      config: '-f --file --blob --type --default --comment --value',
      commit: '-m --message -F --author --date',
      apply: '--directory -p',
    },
    source: 'git 2.39, git help and git clone -h',
    asOf: '2026-11-20',
  },
  {
    names: 'tar bsdtar',
    valued: [
      '-g --listed-incremental --add-file -C --directory --exclude --exclude-ignore --exclude-tag -T --files-from -X --exclude-from',
      '--to-command --group --group-map --mode --mtime --owner --owner-map --sort -f --file -F --info-script -L --tape-length --volno-file',
      '-b --blocking-factor --record-size -H --format -V --label -I --use-compress-program -K --starting-file --newer-mtime -N --newer',
      '--suffix --strip-components --strip --transform --xform --index-file --quote-chars --quoting-style --warning --one-top-level',
    ].join(' '),
    source: 'GNU tar 1.34, tar --help',
    asOf: '2026-11-20',
  },
  { names: 'unzip', valued: '-d -P -x', source: 'Info-ZIP unzip 6.00', asOf: '2026-11-20' },
  {
    names: 'sha256sum sha1sum sha224sum sha384sum sha512sum md5sum b2sum cksum',
    valued: '-l --length -a --algorithm',
    source: 'coreutils 9.1',
    asOf: '2026-11-20',
  },
  { names: 'shasum', valued: '-a --algorithm', source: 'Digest::SHA 6.03', asOf: '2026-11-20' },
  {
    names: 'gpg gpg2 gpgv',
    valued: [
      '--keyserver --keyserver-options --homedir -o --output --keyring --primary-keyring --secret-keyring --no-default-keyring-file',
      '-r --recipient -u --local-user --default-key --status-fd --status-file --logger-fd --logger-file --log-file --passphrase',
      '--passphrase-file --passphrase-fd --pinentry-mode --trust-model --options --trusted-key --auto-key-locate --max-output --import-options',
    ].join(' '),
    source: 'GnuPG 2.2, gpg(1)',
    asOf: '2026-11-20',
  },
];

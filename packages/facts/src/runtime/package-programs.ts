/**
 * Programs of operating system packages whose name is another than the package's, or that are several. A package that is not listed brings the
 * program of its own name.
 *
 * @source the file lists of Debian 12, Alpine 3.22 and Fedora 42
 * @asOf 2026-11-21
 */
const packagePrograms: Readonly<Record<string, readonly string[]>> = {
  'build-essential': ['gcc', 'g++', 'cc', 'make', 'dpkg-buildpackage'],
  'build-base': ['gcc', 'g++', 'cc', 'make'],
  'alpine-sdk': ['gcc', 'g++', 'cc', 'make', 'git'],
  'base-devel': ['gcc', 'g++', 'cc', 'make'],
  'gcc-c++': ['g++'],
  'default-jdk': ['java', 'javac', 'jar'],
  'default-jdk-headless': ['java', 'javac', 'jar'],
  'default-jre': ['java'],
  'default-jre-headless': ['java'],
  'netcat-openbsd': ['nc', 'netcat'],
  'netcat-traditional': ['nc', 'netcat'],
  netcat: ['nc', 'netcat'],
  'nmap-ncat': ['ncat', 'nc'],
  ncat: ['ncat'],
  procps: ['ps', 'pgrep', 'pkill', 'top', 'free', 'watch', 'uptime', 'vmstat'],
  'procps-ng': ['ps', 'pgrep', 'pkill', 'top', 'free', 'watch', 'uptime', 'vmstat'],
  'iputils-ping': ['ping'],
  iputils: ['ping'],
  iproute2: ['ip', 'ss'],
  iproute: ['ip', 'ss'],
  'net-tools': ['netstat', 'ifconfig', 'route', 'arp'],
  dnsutils: ['dig', 'nslookup', 'host'],
  'bind-tools': ['dig', 'nslookup', 'host'],
  'bind-utils': ['dig', 'nslookup', 'host'],
  'openssh-client': ['ssh', 'scp', 'sftp', 'ssh-keygen', 'ssh-keyscan'],
  'openssh-clients': ['ssh', 'scp', 'sftp', 'ssh-keygen', 'ssh-keyscan'],
  openssh: ['ssh', 'scp', 'sftp', 'sshd', 'ssh-keygen', 'ssh-keyscan'],
  'openssh-server': ['sshd'],
  'postgresql-client': ['psql', 'pg_isready', 'pg_dump', 'pg_restore'],
  postgresql: ['psql', 'pg_isready', 'pg_dump', 'postgres'],
  'redis-tools': ['redis-cli', 'redis-benchmark'],
  redis: ['redis-cli', 'redis-server'],
  'redis-server': ['redis-server'],
  'default-mysql-client': ['mysql', 'mysqladmin', 'mysqldump', 'mariadb', 'mariadb-admin'],
  'mysql-client': ['mysql', 'mysqladmin', 'mysqldump', 'mariadb', 'mariadb-admin'],
  'mariadb-client': ['mysql', 'mysqladmin', 'mysqldump', 'mariadb', 'mariadb-admin'],
  mysql: ['mysql', 'mysqladmin', 'mysqldump'],
  'apache2-utils': ['ab', 'htpasswd'],
  apache2: ['apache2', 'apachectl', 'httpd'],
  httpd: ['httpd', 'apachectl'],
  httpie: ['http', 'https'],
  shadow: ['useradd', 'groupadd', 'usermod', 'userdel', 'groupdel', 'chpasswd'],
  'shadow-utils': ['useradd', 'groupadd', 'usermod', 'userdel', 'groupdel', 'chpasswd'],
  passwd: ['useradd', 'groupadd', 'usermod', 'userdel', 'groupdel', 'chpasswd'],
  adduser: ['adduser', 'addgroup', 'deluser', 'delgroup'],
  'xz-utils': ['xz', 'unxz'],
  'p7zip-full': ['7z', '7za'],
  p7zip: ['7z', '7za'],
  gnupg: ['gpg'],
  gnupg2: ['gpg', 'gpg2'],
  nodejs: ['node'],
  'nodejs-current': ['node'],
  python: ['python'],
  python3: ['python3'],
  'python3-pip': ['pip3', 'pip'],
  'py3-pip': ['pip3', 'pip'],
  golang: ['go', 'gofmt'],
  'golang-go': ['go', 'gofmt'],
  rust: ['rustc', 'cargo'],
  maven: ['mvn'],
  'docker.io': ['docker', 'dockerd'],
  'docker-cli': ['docker'],
  'docker-ce-cli': ['docker'],
  'docker-ce': ['dockerd'],
  'libcap2-bin': ['setcap', 'getcap'],
  libcap: ['setcap', 'getcap'],
  'libcap-utils': ['setcap', 'getcap'],
  vim: ['vim', 'vi'],
  'vim-tiny': ['vi'],
  coreutils: ['timeout', 'stat', 'env', 'nproc'],
  'util-linux': ['setpriv', 'mount', 'flock'],
  s6: ['s6-svscan', 's6-setuidgid'],
  'bash-completion': [],
};

/** OpenJDK packages carry their version: `openjdk-17-jre-headless`, `openjdk17-jre`, `java-17-openjdk-devel`. */
export function programsOfPackage(name: string): readonly string[] {
  const plain = name.replace(/:[a-z\d]+$/, '');
  if (Object.hasOwn(packagePrograms, plain)) return packagePrograms[plain]!;
  if (/^(openjdk|java|temurin)\b|^openjdk\d/.test(plain)) {
    const compiler = /jdk|devel/.test(plain.replace(/^openjdk|openjdk-?(?=\d)/g, '').replace('-openjdk', ''));
    return compiler ? ['java', 'javac', 'jar'] : ['java'];
  }
  if (/^postgresql-?(client-)?[\d.]+(-client)?$/.test(plain)) return packagePrograms['postgresql-client']!;
  if (/^nodejs-?\d+$/.test(plain)) return ['node'];
  const versioned = /^(gcc|g\+\+|clang|python|php|ruby)-?[\d.]+$/.exec(plain);
  return versioned ? [plain, versioned[1]!] : [plain];
}

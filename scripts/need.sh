# What the two commands need on a machine: brings it where it may, otherwise names what to install.

need_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo "Storyprint needs the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 1
  fi
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
}

# PostgreSQL for the tests that run on both engines; its server's programs are not on the path.
need_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || need_debian initdb:postgresql; }

need_node() { need_debian node:nodejs npm:npm; }

# Hunspell's library and English dictionary, for the tests that mend a spelling; they bring no command.
need_hunspell() { [[ -e /usr/share/hunspell/en_US.dic ]] && ldconfig -p 2>/dev/null | grep -q libhunspell-1.7 || need_debian storyprint-needs:libhunspell-1.7-0 storyprint-needs:hunspell-en-us; }

# Tesseract's files for Persian, which bring no command.
need_tesseract() { tesseract --list-langs 2>/dev/null | grep -qx fas || need_debian storyprint-needs:tesseract-ocr-fas storyprint-needs:tesseract-ocr-ara; }

# WebKit's bindings for Debian's own Python, which bring no command, and the X server that tests/tools/webkit-print.py wants.
need_webkit() {
  /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' 2>/dev/null || need_debian storyprint-needs:python3-gi storyprint-needs:gir1.2-webkit2-4.1
  need_debian xvfb-run:xvfb xauth:xauth
}

# need_debian COMMAND:PACKAGE ...: installs the packages of the commands that are missing (root or password-less sudo), or says which.
need_debian() {
  local missing=() pair
  for pair in "$@"; do
    command -v "${pair%%:*}" >/dev/null || missing+=("${pair#*:}")
  done
  [[ ${#missing[@]} -eq 0 ]] && return 0
  local as=()
  [[ $(id -u) -eq 0 ]] || as=(sudo -n)
  if command -v apt-get >/dev/null && "${as[@]}" true 2>/dev/null; then
    echo "Installing ${missing[*]} ..." >&2
    "${as[@]}" apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null && return 0
  fi
  echo "Missing: ${missing[*]}. On Debian or Ubuntu: sudo apt-get install ${missing[*]}" >&2
  exit 1
}

runtime_id() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo linux-x64 ;;
    Linux-aarch64) echo linux-arm64 ;;
    Darwin-arm64) echo osx-arm64 ;;
    Darwin-x86_64) echo osx-x64 ;;
    *) echo "Storyprint has not been built on $(uname -s) $(uname -m) yet." >&2; exit 1 ;;
  esac
}

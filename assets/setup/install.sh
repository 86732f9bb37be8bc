#!/bin/sh
# Sets up this device as the hub, a wall or a kiosk, on Debian 12 or 13. Asks what it was not told; may be run again at any time.
#   sudo sh install.sh [--dry-run] [hub|wall|kiosk] [http://ADDRESS:8080] [night|no-night]
# --dry-run prints every step and changes nothing. DESTDIR=/some/folder writes the files there and leaves this system alone.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root="${DESTDIR:-}"
dry=no
if [ "${1:-}" = --dry-run ]; then
  dry=yes
  shift
fi

say() { printf '%s\n' "$*"; }
fail() {
  say "$*" >&2
  exit 1
}

# A step on the system itself: shown in a dry run, left out where files go to a folder.
system() {
  if [ "$dry" = yes ]; then
    say "  would run: $*"
  elif [ -z "$root" ]; then
    "$@"
  fi
}

# put FILE TARGET MODE: written where it is missing or different.
put() {
  if [ -f "$root$2" ] && cmp -s "$1" "$root$2"; then return 0; fi
  if [ "$dry" = yes ]; then
    say "  would write: $2"
    return 0
  fi
  install -D -m "$3" "$1" "$root$2"
  say "  wrote $2"
}

# put_with FILE TARGET MODE SED...: the same, with what was answered filled in.
put_with() {
  from=$1 to=$2 mode=$3
  shift 3
  filled=$(mktemp)
  sed "$@" "$from" >"$filled"
  put "$filled" "$to" "$mode"
  rm -f "$filled"
}

# settings FILE TARGET KEY VALUE...: a file of settings is somebody's own once it exists. Only what was answered now is put right in it.
settings() {
  from=$1 to=$2
  shift 2
  current=$(mktemp)
  if [ -f "$root$to" ]; then cat "$root$to" >"$current"; else cat "$from" >"$current"; fi
  while [ $# -ge 2 ]; do
    sed -i "s|^$1=.*|$1=$2|" "$current"
    shift 2
  done
  put "$current" "$to" 0644
  rm -f "$current"
}

# ask VARIABLE GIVEN QUESTION DEFAULT
ask() {
  answer=$2
  if [ -z "$answer" ]; then
    printf '%s [%s] ' "$3" "$4"
    read -r answer || true
  fi
  eval "$1=\${answer:-$4}"
}

if [ "$dry" = no ] && [ -z "$root" ] && [ "$(id -u)" != 0 ]; then
  fail '请用 sudo 运行。 Please run it with sudo.'
fi

ask role "${1:-}" '这台设备是什么？ What is this device? hub / wall / kiosk' wall
case $role in hub | wall | kiosk) ;; *) fail "hub, wall, kiosk: $role?" ;; esac
ask url "${2:-}" '中枢的地址 Address of the hub' http://192.168.1.20:8080
url=${url%/}
case $url in *[!A-Za-z0-9:/._-]*) fail "$url: http://ADDRESS:PORT" ;; http://?* | https://?*) ;; *) fail "$url: http://ADDRESS:PORT" ;; esac

if [ "$role" = hub ]; then
  say '中枢 Hub'
  if [ -z "$root" ] && [ "$dry" = no ]; then
    command -v node >/dev/null || fail '请先安装 Node.js 20.19 以上。 Install Node.js 20.19 or newer first.'
    [ -f /opt/hall/dist/server/main.js ] || fail '请先把程序放到 /opt/hall 并运行 npm ci && npm run build。 Put the program into /opt/hall and build it first.'
  fi
  system sh -c 'id hall >/dev/null 2>&1 || useradd --system --home-dir /var/lib/hall --shell /usr/sbin/nologin hall'
  put "$here/hub/hall.service" /etc/systemd/system/hall.service 0644
  put "$here/hub/hall-backup.service" /etc/systemd/system/hall-backup.service 0644
  put "$here/hub/hall-backup.timer" /etc/systemd/system/hall-backup.timer 0644
  put "$here/hub/backup" /usr/local/lib/hall/backup 0755
  settings "$here/hub/hub.env" /etc/hall/hub.env PUBLIC_URL "$url"
  system systemctl daemon-reload
  system systemctl enable --now systemd-timesyncd.service
  system systemctl enable --now hall.service hall-backup.timer
  say "完成。 Done: $url"
  exit 0
fi

night=no-night
if [ "$role" = wall ]; then
  ask night "${3:-}" '夜里关机、早上自动开机？ Off at night, on again in the morning? night / no-night' no-night
fi
page=/display/
if [ "$role" = kiosk ]; then page=/kiosk/; fi

say "屏幕 Screen: $url$page"
packages='cage chromium curl fonts-noto-cjk libpam-systemd procps wlr-randr alsa-utils'
if [ "$role" = kiosk ]; then packages="$packages cups"; fi
system apt-get update -q
# shellcheck disable=SC2086 # several packages
system apt-get install -y -q --no-install-recommends $packages
system sh -c 'id hall-screen >/dev/null 2>&1 || useradd --system --home-dir /var/lib/hall-screen --shell /usr/sbin/nologin hall-screen'
system usermod -aG audio,video,render,input hall-screen
put "$here/screen/screen" /usr/local/lib/hall/screen 0755
put "$here/screen/guard" /usr/local/lib/hall/guard 0755
put "$here/screen/hall-screen.service" /etc/systemd/system/hall-screen.service 0644
put "$here/screen/hall-guard.service" /etc/systemd/system/hall-guard.service 0644
put_with "$here/screen/policies.json" /etc/chromium/policies/managed/hall.json 0644 "s|http://hub.invalid:8080|$url|"
settings "$here/screen/screen.env" /etc/hall/screen.env HALL_URL "$url" HALL_PAGE "$page"
if [ "$night" = night ]; then
  put "$here/screen/night" /usr/local/lib/hall/night 0755
  put "$here/screen/hall-night.service" /etc/systemd/system/hall-night.service 0644
  settings "$here/screen/night.env" /etc/hall/night.env
  evening=''
  if [ -f "$root/etc/hall/night.env" ]; then evening=$(sed -n 's/^EVENING=\([0-2][0-9]:[0-5][0-9]\)$/\1/p' "$root/etc/hall/night.env"); fi
  put_with "$here/screen/hall-night.timer" /etc/systemd/system/hall-night.timer 0644 "s|22:30|${evening:-22:30}|"
fi
system systemctl daemon-reload
system systemctl enable --now systemd-timesyncd.service
system systemctl set-default graphical.target
system systemctl disable getty@tty1.service
system systemctl enable hall-screen.service hall-guard.service
if [ "$night" = night ]; then
  system systemctl enable --now hall-night.timer
elif [ -z "$root" ] && [ -f /etc/systemd/system/hall-night.timer ]; then
  system systemctl disable --now hall-night.timer
fi
say '完成，请重启：sudo reboot'
say 'Done. Restart the device: sudo reboot'

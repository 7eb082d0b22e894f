#!/usr/bin/env bash
# On Debian and Ubuntu, see that the system libraries Qt loads are there; elsewhere do nothing.
#
# As root it installs what is missing, otherwise it prints the command that does. It fails only when
# Qt cannot run at all. It looks for libraries, not packages, since package names change (libglib2.0-0t64).
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin

[[ -e /etc/debian_version ]] && command -v ldconfig apt-get >/dev/null || exit 0

# library:package[|package under another release]
required=(
    libGL.so.1:libgl1
    libEGL.so.1:libegl1
    "libglib-2.0.so.0:libglib2.0-0t64|libglib2.0-0"
    libxkbcommon.so.0:libxkbcommon0
    libfontconfig.so.1:libfontconfig1
    libdbus-1.so.3:libdbus-1-3
)
for_x11=(
    libX11-xcb.so.1:libx11-xcb1
    libxcb-cursor.so.0:libxcb-cursor0
    libxcb-icccm.so.4:libxcb-icccm4
    libxcb-image.so.0:libxcb-image0
    libxcb-keysyms.so.1:libxcb-keysyms1
    libxcb-randr.so.0:libxcb-randr0
    libxcb-render-util.so.0:libxcb-render-util0
    libxcb-shape.so.0:libxcb-shape0
    libxcb-shm.so.0:libxcb-shm0
    libxcb-sync.so.1:libxcb-sync1
    libxcb-util.so.1:libxcb-util1
    libxcb-xfixes.so.0:libxcb-xfixes0
    libxcb-xkb.so.1:libxcb-xkb1
    libxkbcommon-x11.so.0:libxkbcommon-x11-0
)

missing() { # print the entries whose library the loader does not know
    local known entry
    known=$(ldconfig -p)
    for entry in "$@"; do
        [[ $known == *"${entry%%:*} "* ]] || echo "${entry#*:}"
    done
}

has_font() {
    local folders=() folder
    for folder in /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" "${HOME:-/}/.local/share/fonts"; do
        [[ -d $folder ]] && folders+=("$folder")
    done
    [[ ${#folders[@]} -gt 0 && -n $(find -L "${folders[@]}" -name '*.[ot]t[fc]' -print -quit 2>/dev/null) ]]
}

mapfile -t wanted < <(missing "${required[@]}" "${for_x11[@]}"; has_font || echo fonts-dejavu-core)
[[ ${#wanted[@]} -eq 0 ]] && exit 0

as_root=()
if [[ $EUID -ne 0 ]]; then
    as_root=(sudo -n)
    if [[ -z ${CI:-} ]] || ! sudo -n true 2>/dev/null; then
        as_root=(false)
    fi
fi

# Of the names a package has had, the one this release knows (its lists may be empty before an update).
known_names() {
    local names name
    for names in "$@"; do
        for name in ${names//|/ }; do
            [[ -n $(apt-cache --quiet=1 show "$name" 2>/dev/null) ]] && break
        done
        echo "$name"
    done
}

if [[ ${as_root[*]} != false ]]; then
    "${as_root[@]}" apt-get update -qq </dev/null || true
    mapfile -t packages < <(known_names "${wanted[@]}")
    echo "Installing the system libraries Qt needs: ${packages[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=120 "${packages[@]}" </dev/null >/dev/null || true
    mapfile -t wanted < <(missing "${required[@]}" "${for_x11[@]}")
    [[ ${#wanted[@]} -eq 0 ]] && exit 0
fi

mapfile -t packages < <(known_names "${wanted[@]}")
echo "The window needs system libraries that are missing here. Install them with:" >&2
echo "    sudo apt-get install ${packages[*]}" >&2
[[ -z $(missing "${required[@]}") ]]

#!/usr/bin/env bash
# Make a virtual environment when it is missing, and install packages into it.
#
#   tools/environment.sh FOLDER PIP_INSTALL_ARGUMENT...
#
# PYTHON names the interpreter for a new one; otherwise the newest suitable one is taken.
set -euo pipefail

folder=$1
shift

is_suitable() { # a pyenv shim can exist and yet not run, so run it
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    if [[ -n ${PYTHON:-} ]]; then
        is_suitable "$PYTHON" && echo "$PYTHON" && return
        echo "PYTHON=$PYTHON does not run, or is older than Python 3.11." >&2
        return 1
    fi
    local candidate
    for candidate in python3.13 python3.12 python3.11 python3; do
        is_suitable "$candidate" && echo "$candidate" && return
    done
    echo "Rambat needs Python 3.11 or newer; found $(python3 --version 2>/dev/null || echo none)." >&2
    echo "Install one (Debian, Ubuntu: sudo apt-get install python3 python3-venv)," >&2
    echo "or name one: make PYTHON=/path/to/python3.12 ..." >&2
    return 1
}

require_venv_module() { # Debian and Ubuntu ship ensurepip in a package of its own
    local python=$1 package
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null; then
        echo "Installing $package"
        apt-get update -qq || true
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" </dev/null >/dev/null && return
    fi
    echo "$python cannot make virtual environments. On Debian and Ubuntu run:" >&2
    echo "    sudo apt-get install $package" >&2
    return 1
}

if ! is_suitable "$folder/bin/python" || ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    require_venv_module "$python"
    echo "Making $folder with $("$python" --version)"
    "$python" -m venv --clear "$folder"
fi
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$@"

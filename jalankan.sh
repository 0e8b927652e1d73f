#!/bin/sh
# Klik dua kali (atau ketik ./jalankan.sh): menyiapkan program, mengolah map input, lalu menunggu Enter.

cd "$(dirname "$0")" || exit 1

finish() {
    if [ -t 0 ] && [ -t 1 ]; then
        printf '\nTekan Enter untuk menutup. '
        read -r _
    fi
    exit "$1"
}

# Whether $1 is a Python that the program can run with.
suits() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Process the folder input with the command given, say how it went, wait.
process() {
    "$@" run pipeline run
    status=$?
    if [ "$status" -ne 0 ]; then
        echo "Ada yang belum berhasil (status $status); sebabnya disebut di atas." >&2
    fi
    finish "$status"
}

if command -v uv >/dev/null 2>&1 && uv --version >/dev/null 2>&1; then
    process uv
fi

if .venv/bin/python -m uv --version >/dev/null 2>&1; then
    process .venv/bin/python -m uv
fi

python=
for candidate in python3 python python3.14 python3.13 python3.12 python3.11; do
    if suits "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Python 3.11 atau yang lebih baru belum terpasang." >&2
    echo "Unduh dari https://www.python.org/downloads/, pasang, lalu jalankan berkas ini lagi." >&2
    finish 1
fi

if ! "$python" -m uv --version >/dev/null 2>&1; then
    echo "Menyiapkan uv (sekali saja, perlu internet) ..."
    if ! "$python" -m pip install --quiet uv 2>/dev/null; then
        # the system's own Python may refuse packages: then a Python of our own, in this folder
        if ! { [ -x .venv/bin/python ] || "$python" -m venv .venv; } ||
            ! .venv/bin/python -m pip install --quiet uv; then
            echo "uv tidak dapat dipasang. Periksa sambungan internet, lalu coba lagi." >&2
            finish 1
        fi
        python=.venv/bin/python
    fi
fi

process "$python" -m uv

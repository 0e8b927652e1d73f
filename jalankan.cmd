@echo off
rem Klik dua kali: menyiapkan program, mengolah map input, lalu tetap terbuka.
setlocal
chcp 65001 >nul
rem pushd juga dapat membuka map di jaringan
pushd "%~dp0"
set "status=1"

rem uv yang sudah terpasang dipakai langsung
uv --version >nul 2>nul
if not errorlevel 1 (
    set "run=uv run"
    goto run
)

set "python="
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 set "python=py -3"
if defined python goto found
python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 set "python=python"
if defined python goto found
echo Python 3.11 atau yang lebih baru belum terpasang.
echo Unduh dari https://www.python.org/downloads/ dan pasang; centang "Add python.exe to PATH".
echo Setelah itu klik dua kali berkas ini lagi.
goto end

:found
set "run=%python% -m uv run"
%python% -m uv --version >nul 2>nul
if not errorlevel 1 goto run
echo Menyiapkan uv (sekali saja, perlu internet) ...
%python% -m pip install --quiet uv
if errorlevel 1 (
    echo uv tidak dapat dipasang. Periksa sambungan internet, lalu coba lagi.
    goto end
)

:run
%run% pipeline run %*
set "status=%errorlevel%"
if not "%status%"=="0" echo Ada yang belum berhasil, status %status%; sebabnya disebut di atas.

:end
echo.
pause
exit /b %status%

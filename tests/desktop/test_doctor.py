import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from chengwen_desktop import doctor
from chengwen_desktop.doctor import Diagnosis, Group, Item

QT = Item("libEGL.so.1", False, "Qt 要用", Group.WINDOW, "libegl1")
SCREEN = doctor.display(True)


def named(items: list[Item], name: str) -> Item:
    return next(item for item in items if item.name == name)


def test_a_library_that_cannot_be_loaded_is_missing_and_names_its_package():
    items = doctor.libraries(lambda soname: soname != "libxcb-cursor.so.0", wayland=False)
    missing = [item for item in items if not item.present]
    assert [(item.name, item.package) for item in missing] == [("libxcb-cursor.so.0", "libxcb-cursor0")]


def test_wayland_is_looked_for_only_on_a_wayland_desktop():
    def names(wayland: bool) -> set[str]:
        return {item.name for item in doctor.libraries(lambda _: True, wayland=wayland)}

    assert names(True) - names(False) == {"libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_every_library_that_the_qt_in_use_wants_from_the_system_is_looked_for():
    pyside = pytest.importorskip("PySide6")
    folder = Path(pyside.__file__).parent / "Qt"
    files = [folder / "lib" / f"libQt6{name}.so.6" for name in ("Gui", "Widgets", "DBus", "Network", "XcbQpa")]
    files += [folder / "plugins" / "platforms" / f"libq{name}.so" for name in ("xcb", "offscreen", "wayland-generic")]
    everywhere = ("libQt6", "libc.so", "libm.so", "libstdc++", "libgcc_s", "libpthread", "libdl", "librt", "libresolv")
    wanted = {name for file in files for name in needed(file) if not name.startswith((*everywhere, "libz"))}
    assert len(wanted) > 20
    assert wanted <= {item.name for item in doctor.libraries(lambda _: True, wayland=True)}


def needed(file: Path) -> set[str]:
    listing = subprocess.run(["ldd", file], capture_output=True, text=True, check=True).stdout
    direct = file.read_bytes()
    names = {line.split()[0] for line in listing.splitlines() if ".so" in line}
    return {name for name in names if name.encode() + b"\0" in direct}


@pytest.mark.parametrize(
    ("environment", "addresses"),
    [
        ({}, []),
        ({"DISPLAY": ""}, []),
        ({"DISPLAY": ":0"}, [Path("/tmp/.X11-unix/X0")]),
        ({"DISPLAY": "unix:3.0"}, [Path("/tmp/.X11-unix/X3")]),
        ({"DISPLAY": "localhost:10.0"}, [("localhost", 6010)]),
        ({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/7"}, [Path("/run/user/7/wayland-0")]),
        ({"WAYLAND_DISPLAY": "/run/w", "XDG_RUNTIME_DIR": "/run/user/7"}, [Path("/run/w")]),
    ],
)
def test_the_environment_says_where_displays_listen(environment, addresses):
    assert doctor.display_addresses(environment) == addresses


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_a_display_counts_only_while_somebody_listens_there(tmp_path, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "w"))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "w"))
        server.listen()
        assert named(list(doctor.examine().items), "显示器").present
    assert not named(list(doctor.examine().items), "显示器").present


def test_a_kind_of_type_is_found_under_any_of_its_names():
    items = doctor.fonts(["FangSong_GB2312", "Noto Serif CJK SC"])
    assert named(items, "仿宋").present
    assert "FangSong_GB2312" in named(items, "仿宋").why


def test_a_kind_of_type_that_is_not_installed_names_its_substitute_and_no_package():
    kai = named(doctor.fonts(["Noto Serif CJK SC"]), "楷体")
    assert (kai.present, kai.package) == (False, None)
    assert "以“Noto Serif CJK SC”代替" in kai.why


def test_without_a_substitute_it_says_so():
    assert "没有可代替的字体" in named(doctor.fonts(["某手写体"]), "黑体").why


def test_all_five_kinds_of_type_of_the_standard_are_looked_for():
    assert [item.name for item in doctor.fonts([])[2:]] == ["小标宋", "仿宋", "楷体", "黑体", "宋体"]


def test_without_any_chinese_font_the_package_is_named():
    assert named(doctor.fonts([]), "中文字体").package == "fonts-noto-cjk"
    assert not named(doctor.fonts([]), "中文字体").present


def test_where_fonts_cannot_be_listed_no_kind_of_type_is_called_missing():
    assert [item.name for item in doctor.fonts(None)] == ["fontconfig", "中文字体"]


def test_the_window_opens_only_with_all_libraries_and_a_display():
    assert Diagnosis((SCREEN,)).window_can_open
    assert not Diagnosis((SCREEN, QT)).window_can_open
    assert not Diagnosis((doctor.display(False),)).window_can_open


def test_the_window_opens_without_fonts_and_without_libre_office():
    assert Diagnosis((SCREEN, *doctor.fonts([]), doctor.libre_office(None))).window_can_open


def test_one_line_installs_all_missing_packages_each_once(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    twice = Diagnosis((QT, QT, doctor.libre_office(None), doctor.libre_office("/usr/bin/soffice")))
    assert doctor.install_line(twice) == "sudo apt-get install -y --no-install-recommends libegl1 libreoffice-writer"


def test_the_administrator_needs_no_sudo(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert doctor.install_line(Diagnosis((QT,))) == "apt-get install -y --no-install-recommends libegl1"


def test_nothing_to_install_is_no_line():
    assert doctor.install_line(Diagnosis((doctor.display(False), *doctor.fonts(["Noto Serif CJK SC"])))) is None


def test_as_json_it_holds_every_item_the_verdict_and_the_line():
    document = json.loads(doctor.to_json(Diagnosis((SCREEN, QT))))
    assert document["window"] is False
    assert document["install"].endswith("libegl1")
    assert document["items"][1] == {
        "name": "libEGL.so.1",
        "present": False,
        "why": "Qt 要用",
        "group": "window",
        "package": "libegl1",
    }


def test_as_text_a_missing_library_is_named_with_what_to_do():
    text = doctor.to_text(Diagnosis((SCREEN, QT)))
    assert "缺  libEGL.so.1：Qt 要用" in text
    assert "窗口打不开：缺 1 个系统库。命令行照常可用。" in text
    assert text.splitlines()[-1].startswith("补齐所缺的软件包：")


def test_as_text_libraries_that_are_there_share_one_line():
    found = doctor.libraries(lambda _: True, wayland=False)
    text = doctor.to_text(Diagnosis((SCREEN, *found)))
    assert f"有  Qt 要用的系统库：{len(found)} 个" in text
    assert "libEGL" not in text
    assert text.endswith("窗口可以打开。")


def test_it_speaks_without_qt_and_without_any_other_package():
    program = (
        "import sys; before = set(sys.modules); import chengwen_desktop.doctor\n"
        "strangers = {name.split('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)\n"
        "print(sorted(strangers))"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "['chengwen_desktop']"


def test_its_exit_status_tells_whether_the_window_can_open(monkeypatch, capsys):
    monkeypatch.setattr(doctor, "examine", lambda: Diagnosis((SCREEN, QT)))
    assert doctor.main(["--quiet"]) == 1
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(doctor, "examine", lambda: Diagnosis((SCREEN,)))
    assert doctor.main([]) == 0
    assert "窗口可以打开。" in capsys.readouterr().out

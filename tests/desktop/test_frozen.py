"""Where the shipped program begins."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from chengwen_desktop import frozen, home
from chengwen_library.reading.formats import pdf_worker
from chengwen_templates import rendering_process
from chengwen_templates.fields import values_to_json
from pdfs import LEFT, TOP, Words, pdf


def started(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "chengwen_desktop.frozen", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=True)


def test_as_a_process_that_reads_pdfs_it_reads_one():
    content = pdf([[Words("建立培育机制", LEFT, TOP)]])
    answer = started(pdf_worker.ARGUMENT, given=len(content).to_bytes(8, "big") + content)
    assert [json.loads(line) for line in answer.stdout.splitlines()][-1] == {"end": ""}
    assert "建立培育机制".encode("unicode_escape") in answer.stdout


def test_as_a_process_that_renders_templates_it_renders_one():
    asked = {
        "source": "{% block title %}{{ region }}办法{% endblock %}",
        "blocks": ["title"],
        "values": {"region": "甲市"},
    }
    answer = started(rendering_process.ARGUMENT, given=values_to_json(asked).encode() + b"\n")
    assert json.loads(answer.stdout)["blocks"] == {"title": "甲市办法"}


def test_with_any_other_arguments_it_is_the_command_line():
    assert "成文" in started("--version").stdout.decode()


def test_a_folder_of_data_beside_the_program_holds_all_of_the_users_files(tmp_path):
    (tmp_path / frozen.DATA).mkdir()
    environment: dict[str, str] = {}
    frozen.settle(environment, tmp_path)
    assert environment == {home.VARIABLE: str(tmp_path / frozen.DATA)}


def test_where_a_person_has_said_where_the_data_lies_it_lies_there(tmp_path):
    (tmp_path / frozen.DATA).mkdir()
    environment = {home.VARIABLE: "elsewhere"}
    frozen.settle(environment, tmp_path)
    assert environment == {home.VARIABLE: "elsewhere"}


def test_without_that_folder_the_platform_says_where(tmp_path):
    environment: dict[str, str] = {}
    frozen.settle(environment, tmp_path)
    assert environment == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LD_LIBRARY_PATH": "ours"}, {}),
        ({"LD_LIBRARY_PATH": "ours", "LD_LIBRARY_PATH_ORIG": "theirs"}, {"LD_LIBRARY_PATH": "theirs"}),
        ({"LD_LIBRARY_PATH": "ours", "LD_LIBRARY_PATH_ORIG": ""}, {}),
    ],
)
def test_programs_that_it_starts_load_their_own_libraries(tmp_path, before, after):
    frozen.settle(before, tmp_path)
    assert before == after


def test_fcitx_is_spoken_to_as_ibus(tmp_path):
    environment = {"QT_IM_MODULE": "fcitx5"}
    frozen.settle(environment, tmp_path)
    assert environment["QT_IM_MODULES"] == "fcitx;ibus"


def test_another_input_method_is_left_as_it_is(tmp_path):
    environment = {"QT_IM_MODULE": "ibus"}
    frozen.settle(environment, Path(tmp_path))
    assert environment == {"QT_IM_MODULE": "ibus"}

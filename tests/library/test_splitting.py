import pytest

from chengwen_library.reading.source import segments
from chengwen_library.reading.splitting import split_glued


def pieces(text: str) -> list[str]:
    return [line.text for line in split_glued(segments(text))]


def test_a_chapter_and_its_first_article_are_cut_apart() -> None:
    assert pieces("　第一章　总则　　第一条 　为规范管理，制定本办法。") == [
        "第一章总则",
        "第一条为规范管理，制定本办法。",
    ]


def test_a_document_on_one_line_is_cut_at_every_unit() -> None:
    text = "第一章  总    则第一条  为加强管理。第二条  本办法所称。（一）甲；（二）乙。第二章  附    则第三条  施行。"
    assert pieces(text) == [
        "第一章总则", "第一条为加强管理。", "第二条本办法所称。", "（一）甲；", "（二）乙。", "第二章附则", "第三条施行。",
    ]  # fmt: skip


def test_an_item_glued_to_the_one_before_is_cut_off() -> None:
    text = "９．支持研发机构。给予奖励。（责任单位：市科技局）１０．支持创新产品。给予补贴。"
    assert pieces(text) == ["９．支持研发机构。给予奖励。（责任单位：市科技局）", "１０．支持创新产品。给予补贴。"]


@pytest.mark.parametrize(
    "text",
    [
        "第五条 按照本办法第六条的要求执行。",
        "第五条 按第六条 、第七条执行。",
        "（三）符合（一）至（二）项的。",
        "三、加快一、二、三产业融通发展。",
        "2.增长3.5亿元。",
        "1.按照规定办理。2.5万元以上的。",
        "（五）分类（含新设）。（一）项除外。",
    ],
)
def test_references_figures_and_captions_stay_where_they_are(text: str) -> None:
    assert len(pieces(text)) == 1


def test_the_cut_pieces_know_their_places() -> None:
    first, second = split_glued(segments("\n1.甲。2.乙。"))
    assert (first.line, first.start, second.line, second.start) == (2, 0, 2, 4)

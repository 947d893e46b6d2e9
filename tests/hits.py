"""A hit of a search, for tests of what shows it."""

from chengwen_index.search import Hit


def hit(eid: str, group: str = "all", words: tuple[str, ...] = (), **other) -> Hit:
    values = {
        "measure_id": "/akn/x",
        "eid": eid,
        "region": "鄂州市",
        "doc_type": None,
        "title": "若干措施",
        "doc_number": None,
        "date": None,
        "path": ("二、", "（八）"),
        "heading": "支持融资",
        "text": "支持。",
        "snippet": "支持。",
        "marks": (),
        "heading_marks": (),
        "score": 1.0,
        "kind": "numbered",
        "topics": (),
        "status": "未核实",
    }
    return Hit(**{**values, **other}, group=group, words=words)

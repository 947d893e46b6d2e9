"""A remark in words: what the list shows of it and what is read out. No Qt widgets."""

from __future__ import annotations

from chengwen_desktop.translation import day_words, tr
from chengwen_library.model import Remark
from chengwen_templates.remarks import GONE, Listed


def below(remark: Remark) -> str:
    """Return the words below the head: the remark, and what is proposed."""
    proposal = tr("建议改为：{wording}", wording=remark.proposal) if remark.proposal else ""
    return "\n".join(filter(None, [remark.text, proposal]))


def written(remark: Remark) -> str:
    """Return in whose name and when: 法规科　2026年1月20日 14:31."""
    when = remark.written
    moment = f"{day_words(when)} {when:%H:%M}"
    return f"{remark.who}　{moment}" if remark.who else moment


def state(listed: Listed) -> str:
    """Return what has become of a remark; nothing while it is open on its clause."""
    told = [tr(GONE) if listed.is_gone else "", tr("已处理") if listed.remark.resolved else ""]
    return tr("，").join(filter(None, told))


def spoken(listed: Listed) -> str:
    """Return a remark as it is read out."""
    remark = listed.remark
    opinion = tr(remark.opinion.value) if remark.opinion else ""
    return tr("，").join(filter(None, [listed.place, opinion, below(remark), written(remark), state(listed)]))

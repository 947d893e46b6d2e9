"""What an office adds to the words that ship: its topics and its synonyms, laid over them before an index is opened."""

from __future__ import annotations

from pathlib import Path

from chengwen_index.words.own_thesaurus import load_own_thesaurus
from chengwen_index.words.thesaurus import use_own_synonyms
from chengwen_library.facts.own_topics import load_own_topics
from chengwen_library.facts.topics import use_own_topics
from chengwen_library.own_files import Fault


def use_own_words(folder: Path) -> tuple[Fault, ...]:
    """Use the topics and synonyms in the office's folder from now on, everywhere.

    A file with a fault counts as empty; its faults are returned. An index that is open
    stays as it was built: open it anew.
    """
    topics, thesaurus = load_own_topics(folder), load_own_thesaurus(folder)
    use_own_topics(() if topics.faults else topics.topics)
    use_own_synonyms(() if thesaurus.faults else thesaurus.entries)
    return (*topics.faults, *thesaurus.faults)

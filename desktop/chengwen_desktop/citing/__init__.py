"""插入引用: the words for another clause of the draft, put at the caret."""

"""新建文稿: a dialog in four steps, from a template and precedents to a draft."""

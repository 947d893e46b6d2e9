"""The table of commands: words, keys, icons, and where each stands in the menus.

All words in it are marked for translation, and translated where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from chengwen_desktop.translation import marked, plain, tr


@dataclass(frozen=True, slots=True)
class Spec:
    """A command: `words` with its mnemonic for menus, `tip` a sentence where the name is not enough.

    `keys` are those it leaves the factory with; `icon` is a name of Phosphor's glyphs.
    """

    id: str
    words: str
    keys: str = ""
    icon: str = ""
    tip: str = ""
    needs_draft: bool = True

    @property
    def plain(self) -> str:
        """The words without mnemonic and without the … that announces a question."""
        return plain(tr(self.words))


SPECS = (
    Spec("new", marked("新建(&N)…"), "Ctrl+N", "file-plus", marked("选文种，填要素，挑起步条款"), needs_draft=False),
    Spec("sample", marked("看示例(&L)"), icon="play-circle", tip=marked("打开一份写好的若干措施"), needs_draft=False),
    Spec("open", marked("打开(&O)…"), "Ctrl+O", "folder-open", needs_draft=False),
    Spec("import", marked("读入(&I)…"), "Ctrl+I", "download-simple", marked("把文件读入条款库"), needs_draft=False),
    Spec("import_folder", marked("读入文件夹(&D)…"), needs_draft=False),
    Spec("import_pasted", marked("从剪贴板读入(&V)"), needs_draft=False),
    Spec("watch", marked("监视文件夹(&W)…"), tip=marked("放进去的新文件会提示读入"), needs_draft=False),
    Spec("save", marked("保存(&S)"), "Ctrl+S", "floppy-disk"),
    Spec("save_as", marked("另存为(&A)…"), "F12"),
    Spec("backups", marked("备份(&B)…"), tip=marked("原来的文件每天留一份"), needs_draft=False),
    Spec("version", marked("存为版本(&K)…"), "Ctrl+Shift+S", tip=marked("给现在的文稿留一份，以后可以比较和恢复")),
    Spec("versions", marked("版本历史(&H)…"), icon="clock-counter-clockwise"),
    Spec("export", marked("导出公文(&E)…"), "Ctrl+E", "export", marked("按 GB/T 9704-2012 的版式导出 Word 文件或 PDF")),
    Spec("print", marked("打印(&P)…"), "Ctrl+P", "printer"),
    Spec("close", marked("关闭文稿(&C)"), "Ctrl+W"),
    Spec("quit", marked("退出(&X)"), "Ctrl+Q", needs_draft=False),
    Spec("add", marked("新的一条(&A)"), "Ctrl+Shift+N", "plus", marked("在光标所在条款之后")),
    Spec("up", marked("上移(&U)"), "Alt+Up", "arrow-up"),
    Spec("down", marked("下移(&D)"), "Alt+Down", "arrow-down"),
    Spec("promote", marked("升级(&P)"), "Alt+Left", "arrow-line-left", marked("在正文里也可以用 Shift+Tab")),
    Spec("demote", marked("降级(&L)"), "Alt+Right", "arrow-line-right", marked("在正文里也可以用 Tab")),
    Spec("heading", marked("首句作条标，或取消条标(&H)"), "Ctrl+Shift+H"),
    Spec("lock", marked("锁定编号，或解除锁定(&K)"), tip=marked("锁定的编号不随前面的增减变动")),
    Spec("remove", marked("删除这一条(&R)"), "Ctrl+Shift+Delete"),
    Spec("find", marked("查找(&F)"), "Ctrl+F"),
    Spec("replace", marked("替换(&E)"), "Ctrl+H"),
    Spec("find_next", marked("下一处(&X)"), "F3"),
    Spec("find_previous", marked("上一处(&V)"), "Shift+F3"),
    Spec("paste_words", marked("只粘贴文字(&W)"), "Ctrl+Shift+V", tip=marked("粘贴到一个自然段里，不分条")),
    Spec(
        "insert",
        marked("插入选中的条款(&I)"),
        "Ctrl+Return",
        "plus",
        marked("插入到光标所在条款之后"),
        needs_draft=False,
    ),
    Spec("replace_clause", marked("替换光标所在的条款(&R)"), "Ctrl+Shift+Return", tip=marked("编号不变")),
    Spec("adapt", marked("插入并改为本地名称(&M)"), "Ctrl+Alt+Return", tip=marked("先列出要改的地方，勾选后再插入")),
    Spec("place_clause", marked("按主题插入(&T)"), tip=marked("插入到写同一主题的条款后面")),
    Spec("take_difference", marked("取此处差异(&K)"), tip=marked("只把方框里的这一处改到本条")),
    Spec(
        "duties",
        marked("责任分工(&G)…"),
        "Ctrl+Shift+R",
        "users-three",
        marked("写明光标所在的条款由谁牵头、由谁负责"),
    ),
    Spec(
        "cite",
        marked("插入引用(&Y)…"),
        "Ctrl+Shift+E",
        "link",
        marked("在光标那里写上另一条的编号，编号变了它跟着变"),
    ),
    Spec("fill_blanks", marked("填写待填项(&F)…"), tip=marked("把【填写…】一处一处填上")),
    Spec("copy_clause", marked("复制选中的条款(&C)"), needs_draft=False),
    Spec("differences", marked("全文或差异(&D)"), "Ctrl+D", tip=marked("选中的条款和本条的差别"), needs_draft=False),
    Spec("table", marked("导出条文对照表(&T)…"), tip=marked("本措施逐条对照先例，存为 .docx")),
    Spec(
        "tables",
        marked("任务分工、指标和来源(&R)…"),
        icon="table",
        tip=marked("从正文取出三张表，跟着文稿变，可以导出 Word 文件"),
    ),
    Spec("check", marked("检查全文(&A)"), "F7", "check-circle"),
    Spec("next_finding", marked("下一处(&N)"), "F8", tip=marked("下一个检查发现的问题")),
    Spec("previous_finding", marked("上一处(&P)"), "Shift+F8", tip=marked("上一个检查发现的问题")),
    Spec("fix", marked("修正这一处(&X)"), tip=marked("在正文里和检查的表里按 Alt+Enter")),
    Spec("fix_all", marked("全部修正(&F)"), tip=marked("不用问人的都改好，一步撤销")),
    Spec("checks", marked("展开或收起检查(&C)"), tip=marked("正文下面的检查，收起只留一行")),
    Spec("remark", marked("写意见(&M)…"), "Ctrl+M", tip=marked("对光标所在的条款")),
    Spec("remarks", marked("审阅意见(&L)"), "Ctrl+Shift+M"),
    Spec("read_only", marked("只读审阅(&R)"), tip=marked("只能看、只能写意见，文稿不会改动")),
    Spec(
        "settings",
        marked("设置(&S)…"),
        "Ctrl+,",
        "gear",
        marked("本单位的数据、检查规则、版式、外观"),
        needs_draft=False,
    ),
    Spec("shortcuts", marked("快捷键(&K)…"), icon="keyboard", tip=marked("看一遍，改成顺手的键"), needs_draft=False),
    Spec(
        "palette", marked("找命令和条款(&P)…"), "Ctrl+K", "command", marked("输入几个字，直接去做"), needs_draft=False
    ),
    Spec("guide", marked("使用手册(&G)"), "F1", "book-open", marked("打开与眼前有关的一页"), needs_draft=False),
    Spec("query_help", marked("检索怎么写(&Q)"), needs_draft=False),
    Spec("keys_help", marked("快捷键一览(&K)"), needs_draft=False),
    Spec("tour", marked("第一次使用的五步(&T)"), tip=marked("在示例文稿上走一遍"), needs_draft=False),
    Spec("fault_log", marked("出错记录(&L)"), needs_draft=False),
    Spec("about", marked("关于成文(&A)"), needs_draft=False),
    Spec("search", marked("检索先例(&F)"), "Ctrl+Shift+F", "magnifying-glass", needs_draft=False),
    Spec("similar", marked("相似条款(&M)"), "Ctrl+Shift+L", tip=marked("跟着光标走"), needs_draft=False),
    Spec("outline", marked("大纲(&O)"), "Ctrl+Shift+O", needs_draft=False),
    Spec("library", marked("条款库(&B)"), "Ctrl+Shift+B", needs_draft=False),
    Spec("left_pane", marked("左侧窗格(&L)"), "F9", tip=marked("打开或关上大纲和条款库"), needs_draft=False),
    Spec("right_pane", marked("右侧窗格(&W)"), "Shift+F9", tip=marked("打开或关上先例、覆盖"), needs_draft=False),
    Spec("notice", marked("印发通知(&N)"), "Ctrl+Shift+I", tip=marked("展开或折起印发通知")),
    Spec("edit_view", marked("编辑(&E)"), "Ctrl+1"),
    Spec("compare_view", marked("对照(&C)"), "Ctrl+2", tip=marked("逐条对照最相近的先例")),
    Spec("preview", marked("版式预览(&V)"), "Ctrl+3", tip=marked("按公文版式一面一面地看")),
    Spec("next_pane", marked("下一个窗格(&G)"), "F6", needs_draft=False),
    Spec("previous_pane", marked("上一个窗格(&H)"), "Shift+F6", needs_draft=False),
    Spec("zoom_in", marked("放大文字(&I)"), "Ctrl++"),
    Spec("zoom_out", marked("缩小文字(&U)"), "Ctrl+-"),
    Spec("zoom_reset", marked("文字原大(&R)"), "Ctrl+0"),
    Spec("system", marked("跟随系统(&S)"), needs_draft=False),
    Spec("light", marked("浅色(&L)"), needs_draft=False),
    Spec("dark", marked("深色(&D)"), needs_draft=False),
)


def _row(names: str) -> tuple[str, ...]:
    """Return commands given in one line; | is a line between them, which is an empty name."""
    return tuple("" if name == "|" else name for name in names.split())


MENUS = (
    (
        marked("文件(&F)"),
        _row(
            "new sample open | save save_as version versions backups | export print | "
            "import import_folder import_pasted watch | close quit"
        ),
    ),
    (
        marked("编辑(&E)"),
        _row(
            "undo redo paste_words | find replace find_next find_previous | "
            "add up down promote demote heading lock remove"
        ),
    ),
    (
        marked("条款(&L)"),
        _row(
            "insert replace_clause adapt place_clause copy_clause | differences take_difference | "
            "duties cite fill_blanks"
        ),
    ),
    (
        marked("查看(&V)"),
        _row(
            "edit_view compare_view preview | search similar outline library notice | "
            "next_pane previous_pane left_pane right_pane | zoom_in zoom_out zoom_reset |"
        ),
    ),
    (marked("检查(&C)"), _row("check next_finding previous_finding | fix fix_all | checks")),
    (marked("审阅(&R)"), _row("remark remarks | read_only")),
    (marked("工具(&T)"), _row("tables table | palette shortcuts settings")),
    (marked("帮助(&H)"), _row("guide query_help keys_help tour | fault_log about")),
)
"""The menus with their commands."""

VIEW = marked("查看(&V)")
"""The menu that the appearances go to."""

APPEARANCE = (marked("外观(&A)"), ("system", "light", "dark"))
TOOLS = _row("new open save | undo redo | up down promote demote | add duties cite | search")
WITH_WORDS = {"new", "open", "save", "add", "duties", "cite", "search", "export"}
SHORT = {"search": marked("检索"), "cite": marked("引用")}

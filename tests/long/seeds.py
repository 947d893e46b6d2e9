"""Files for the fuzzer to begin with: small measures of our own in every format that is read."""

from pathlib import Path

from chengwen_library.akn.write import render_measure
from chengwen_library.reading.reader import read_text
from chengwen_templates.export.docx import build_docx
from chengwen_templates.profile import load_profile

PARTS = """示例市科学技术局关于印发《示例市促进转化若干措施》的通知
示科发〔2026〕1号
各区人民政府：
现将《示例市促进转化若干措施》印发给你们，请认真贯彻落实。
示例市科学技术局
2026年1月20日
示例市促进转化若干措施
为促进转化，根据《上位文件》（国办发〔2023〕37号），制定本措施。
一、任务
（一）支持平台。给予最高50万元补助。（责任单位：市科技局，配合单位：市财政局）
1.建设平台；
2.到2027年，平台达到30家以上。
（二）支持企业。对首次认定的企业给予奖励。
二、附则
本措施自印发之日起施行，有效期3年。
附件
任务分工表
抄送：市委各部门。
示例市科学技术局　2026年1月21日印发
"""

ARTICLES = "目录\n第一章 总则\n第一章 总则　　第一条 为规范管理。第二条 本办法所称。（一）甲；（二）乙。\n第二章 附则\n第三条 施行。\n"


def write_seeds(folder: Path) -> dict[str, Path]:
    """Write a folder of seeds for each reader, and return the folders by reader."""
    texts = {"parts": PARTS, "articles": ARTICLES}
    for name, text in texts.items():
        (measure, *_) = (reading.measure for reading in read_text(text, name))
        lines = "".join(f"<p>{line}</p>" for line in text.splitlines())
        page = f"<html><head><title>{name}</title></head><body><nav>首页</nav><div>{lines}</div><ol><li>甲</ol></body></html>"
        contents = {
            "text": text.encode(),
            "html": page.encode(),
            "docx": build_docx(measure, load_profile("gbt9704")),
            "akn": render_measure(measure),
            "pdf": small_pdf(),
        }
        for reader, content in contents.items():
            (folder / reader).mkdir(parents=True, exist_ok=True)
            (folder / reader / f"{name}.{reader}").write_bytes(content)
    return {reader: folder / reader for reader in ("text", "html", "docx", "pdf", "akn")}


def small_pdf() -> bytes:
    """Return a PDF of one page with one line of Latin text."""
    stream = b"BT /F1 16 Tf 80 700 Td (1. Support platforms.) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 5\n0000000000 65535 f \n%strailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(body),
    )

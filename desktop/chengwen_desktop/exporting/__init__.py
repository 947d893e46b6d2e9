"""导出公文: what to write, writing it, and measuring what was written."""
